import { looksOf, looksSame } from '../names/look-alike.ts';

/** What stands where a response has no name, and what says so: somebody who signed with it would pass for nobody. */
const nobodys = ['Anonymous', 'Anon', 'Anonymous reader', 'Without a name', 'No name', 'Name withheld'];

/** Those who decide here: a reader who signed so would speak for the publication. */
const offices = [
  ...['Editor', 'The Editor', 'Editors', 'The Editors', 'Editorial', 'Editorial team'],
  ...['Moderator', 'The Moderator', 'Moderators', 'The Moderators', 'Moderation', 'Moderation team'],
  ...['Staff', 'Admin', 'Administrator', 'The Administrator', 'Webmaster', 'The Publication'],
];

const everybody = [...nobodys, ...offices];
const barred = new Set(everybody.flatMap((name) => looksOf(name)));

/** Words of the marks that stand beside names: within a name they would say of it what only the page may say. */
const marks = ['same writer', 'of the publication', 'name as in the archive'].map((words) => looksOf(words));

/** Why nobody can be called that, as a sentence; null where somebody can. `title` is the publication's. */
export function whyNobodys(name: string, title: string): string | null {
  const looks = looksOf(name);
  if (looks.some((look) => barred.has(look)) || looksSame(name, title))
    return `Nobody can sign as “${name}” here: it is taken for no name, or for the publication itself. Choose another name.`;
  const saysMark = marks.some((mark) => looks.some((look, index) => contains(look, mark[index] ?? '')));
  return saysMark
    ? 'The name has words in it by which this publication marks responses: choose another name.'
    : null;
}

/** Both begin with the letter of their kind of look. */
function contains(look: string, mark: string): boolean {
  return look.slice(1).includes(mark.slice(1));
}
