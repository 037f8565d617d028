import { type Setting, whole } from './shapes.ts';

/** What a picture may be at most. */
export const pictureSettings = {
  'pictures.megabytes': {
    ...whole(1, 200, 'MB'),
    default: '30',
    public: false,
    meaning: 'The largest file of a picture that is taken, in megabytes.',
  },
  'pictures.megapixels': {
    ...whole(1, 120, 'megapixels'),
    default: '60',
    public: false,
    meaning:
      'The most pixels that a picture may have, in millions; for an animation, in all its frames together.',
  },
  'pictures.frames': {
    ...whole(1, 1000, 'frames'),
    default: '300',
    public: false,
    meaning: 'An animation with more frames than this stands still.',
  },
} as const satisfies Record<string, Setting>;
