import { lookAt } from './look-at.ts';
import { writingPages } from './writing.ts';

lookAt('pages on which articles are written and published, in a browser', writingPages);
