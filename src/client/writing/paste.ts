import { openForm } from './clean-form.ts';
import { pictureAddress } from './figure.ts';
import { wordFootnotes, wordLists } from './paste-from-word.ts';

/**
 * What Word, Google Docs and web pages put on the clipboard, as clean HTML would say it: their lists, emphasis and
 * footnotes are kept, their styles and empty lines are not. What the editor itself copied stays as it is.
 */
export function cleanPasted(html: string): string {
  if (/data-pm-slice/.test(html)) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { body } = page;
  for (const element of body.querySelectorAll(
    'script, style, meta, link, title, template, noscript, iframe, object, svg, math',
  ))
    element.remove();
  dropComments(body);
  wordFootnotes(body);
  wordLists(body);
  for (const element of body.querySelectorAll<HTMLElement>('[style]')) sayStyle(element);
  for (const element of [...body.querySelectorAll<HTMLElement>('*')]) settle(element);
  openForm(body);
  for (const element of body.querySelectorAll('*')) dropStyles(element);
  for (const block of body.querySelectorAll('p, h2, h3, h4'))
    if ((block.textContent ?? '').trim() === '' && !block.querySelector('img')) block.remove();
  return body.innerHTML;
}

function dropStyles(element: Element): void {
  for (const name of ['style', 'id', 'lang', 'dir']) element.removeAttribute(name);
  if (!/^(?:pull|card)$/.test(element.className)) element.removeAttribute('class');
}

function dropComments(root: Node): void {
  for (const child of [...root.childNodes])
    if (child.nodeType === 8) child.remove();
    else dropComments(child);
}

const weights = /(?:^|;)\s*font-weight:\s*(?:bold|[6-9]00)/i;
const said: [style: RegExp, name: string][] = [
  [weights, 'strong'],
  [/font-style:\s*italic/i, 'em'],
  [/text-decoration[^;]*line-through/i, 's'],
  [/vertical-align:\s*super/i, 'sup'],
  [/vertical-align:\s*sub/i, 'sub'],
];

/** Emphasis that stands in a style alone becomes an element; an element that its style denies goes. */
function sayStyle(element: HTMLElement): void {
  const style = element.getAttribute('style') ?? '';
  if (/^(?:B|STRONG)$/.test(element.tagName) && /(?:^|;)\s*font-weight:\s*(?:normal|400)/i.test(style)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (element.tagName !== 'SPAN' && element.tagName !== 'FONT') return;
  for (const [pattern, name] of said) {
    if (!pattern.test(style)) continue;
    const mark = element.ownerDocument.createElement(name);
    mark.append(...element.childNodes);
    element.append(mark);
  }
}

function settle(element: HTMLElement): void {
  const name = element.tagName;
  if (name === 'H1') rename(element, 'h2');
  else if (name === 'H5' || name === 'H6') rename(element, 'h4');
  else if (name === 'A') settleLink(element);
  else if (name === 'IMG') settlePicture(element);
  else if (name === 'BR' && element.className === 'Apple-interchange-newline') element.remove();
}

function rename(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** Google's detour is left out; a link without a way is its words. */
function settleLink(link: HTMLElement): void {
  const address = link.getAttribute('href') ?? '';
  const detour = URL.canParse(address) ? new URL(address) : null;
  const aim =
    detour && /^www\.google\.[a-z.]+$/.test(detour.hostname) && detour.pathname === '/url'
      ? detour.searchParams.get('q')
      : null;
  if (aim) link.setAttribute('href', aim);
  if (link.classList.contains('fn')) return;
  if (!/^(?:https?:|mailto:)/i.test(aim ?? address)) link.replaceWith(...link.childNodes);
}

/** A picture of this publication may come with its whole address. */
function settlePicture(img: HTMLElement): void {
  const src = (img.getAttribute('src') ?? '').replace(location.origin, '').replace(/[?#].*$/, '');
  if (pictureAddress.test(src)) img.setAttribute('src', src);
  else img.remove();
}
