import { createHash } from 'node:crypto';
import articlePartsCss from './article-parts.css';
import chartCss from './chart.css';
import deskCss from './desk.css';
import editorCss from './editor.css';
import historyCss from './history.css';
import keptCss from './kept.css';
import lateCss from './late.css';
import lookCss from './look.css';
import marksCss from './marks.css';
import { minifyCss } from './minify-css.ts';
import reportCss from './report.css';
import publicCss from './style.css';
import threadCss from './thread.css';
import transparencyCss from './transparency.css';

/** A style sheet as it is served: its address changes with its text, so it may be kept for ever. */
export type StyleSheet = { href: string; text: string; etag: string };

/** For every page. */
export const style = sheet(
  'style',
  publicCss +
    articlePartsCss +
    chartCss +
    historyCss +
    keptCss +
    marksCss +
    reportCss +
    threadCss +
    transparencyCss,
);

/** Loaded beside `style`, at the desk only. */
export const deskStyle = sheet('desk', deskCss + editorCss + lookCss);

/** What the script of a thread brings beside `style`, once it is needed. */
export const lateStyle = sheet('late', lateCss);

function sheet(name: string, css: string): StyleSheet {
  const text = minifyCss(css);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { href: `/assets/${name}-${hash}.css`, text, etag: `"${hash}"` };
}
