import { looksOf, looksSame } from '../names/look-alike.ts';

/** What stands where a response has no name, and what says so: somebody who signed with it would pass for nobody. */
const nobodys = ['Anonymous', 'Anon', 'Anonymous reader', 'Without a name', 'No name', 'Name withheld'];

/** Those who decide here: a reader who signed so would speak for the publication, whatever stands beside the word. */
const offices = [
  ...['Editor', 'Editors', 'Editorial', 'Moderator', 'Moderators', 'Moderation'],
  ...['Admin', 'Admins', 'Administrator', 'Administrators', 'Webmaster'],
];

/** The same where they are the whole name: words that also stand in the names of people. */
const wholly = ['Staff', 'The Staff', 'Staff member', 'Site staff', 'The Publication'];

/** Words that stand before an office, or behind it, also without a space. */
const beside = [
  ...['The', 'Site', 'Chief', 'Head', 'Deputy', 'Assistant', 'Senior', 'Managing', 'News', 'Web', 'Forum'],
  ...['Comment', 'Comments', 'Team', 'Official'],
];

const looksIn = (names: readonly string[]) => new Set(names.flatMap((name) => looksOf(name)));
const officeLooks = looksIn(offices);
const barred = looksIn([
  ...nobodys,
  ...wholly,
  ...offices,
  ...offices.flatMap((office) => beside.flatMap((word) => [`${word}${office}`, `${office}${word}`])),
]);

/** Words of the marks that stand beside names: within a name they would say of it what only the page may say. */
const marks = [
  ...['same writer', 'of the publication', 'as in the archive', 'author of this article'],
  ...['removed by a', 'erased by a', 'withdrawn by its writer', 'name removed'],
].map((words) => looksOf(words));

/** Why nobody can be called that, as a sentence; null where somebody can. `title` is the publication's. */
export function whyNobodys(name: string, title: string): string | null {
  const looks = looksOf(name);
  if (looks.some((look) => barred.has(look)) || looksSame(name, title) || namesOffice(name))
    return `Nobody can sign as “${name}” here: it is taken for no name, or for the publication itself. Choose another name.`;
  const saysMark = marks.some((mark) => looks.some((look, index) => contains(look, mark[index] ?? '')));
  return saysMark || saysSays(name)
    ? 'The name has words in it by which this publication marks responses: choose another name.'
    : null;
}

/** An office as a word of its own: `Deputy editor`, `SiteAdmin`, `Moderator2`. */
function namesOffice(name: string): boolean {
  const words = name
    .normalize('NFKC')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .flatMap((word) => [word, word.replace(/^\p{N}+|\p{N}+$/gu, '')]);
  return words.some((word) => word !== '' && looksOf(word).some((look) => officeLooks.has(look)));
}

/** Behind each name the page says `says:`. */
function saysSays(name: string): boolean {
  const said = /(\p{L}+)\s*[:：﹕︓꞉˸∶։ː׃܃܄ः]/gu;
  return [...name.matchAll(said)].some(([, word = '']) => looksSame(word, 'says'));
}

/** Both begin with the letter of their kind of look. */
function contains(look: string, mark: string): boolean {
  return look.slice(1).includes(mark.slice(1));
}
