import lookAlikes from './look-alikes.json' with { type: 'json' };

/**
 * What each letter is taken for: the table of Unicode TR39 (version 15) as far as it concerns letters, digits, symbols and
 * marks, for texts in NFKC. © Unicode, Inc.; see `README.md` beside it.
 */
const takenFor = new Map(
  Object.entries(lookAlikes).flatMap(([skeleton, letters]) =>
    [...letters].map((letter) => [letter, skeleton] as const),
  ),
);

takenFor.set('ĸ', 'k');

/** Small capitals, which neither NFKC nor TR39 takes for letters; and letters in black discs and squares. */
const smallCapitals = new Map(
  [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ'].map(
    (letter, index) => [letter, 'ABCDEFGHIJKLMNOPQRSTUVWYZ'[index] ?? ''] as const,
  ),
);

function dressed(letter: string): string {
  const point = letter.codePointAt(0) ?? 0;
  for (const first of [0x1f150, 0x1f170, 0x1f1e6])
    if (point >= first && point < first + 26) return String.fromCodePoint(65 + point - first);
  return smallCapitals.get(letter) ?? letter;
}

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800\u{1d159}\ufff9-\ufffb]/gu;
/** Marks that are accents or points, by their ranges; the vowel signs of other writing, and the voicing marks of kana, are letters. */
const accentRanges = [
  ...['0300-036f', '0483-0489', '0591-05bd', '05bf-05bf', '05c1-05c2', '05c4-05c5', '05c7-05c7', '0610-061a'],
  ...['064b-065f', '0670-0670', '06d6-06dc', '06df-06e4', '06e7-06e8', '06ea-06ed', '1ab0-1aff', '1dc0-1dff'],
  ...['20d0-20f0', 'fe20-fe2f'],
];
const accents = new RegExp(
  `[${accentRanges.map((range) => range.replace(/\w{4}/g, '\\u$&')).join('')}]`,
  'g',
);
/** Over these letters every mark is an accent, of whatever writing it is. */
const overPlain = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}])\p{M}+/gu;
const apart = /[\s\p{P}\p{Zs}`´ʹ-ʿˈˋˊ＇~^¨¯¸ｰ\u2212\ua78b\ua78c]/gu;

/** Signs of names that end in two, such as C++. */
const ownSigns = /(?<![\p{L}\p{N}])\p{L}\+\+(?![\p{L}\p{N}])/gu;
const ticks = '✓✔✅☑🗸🗹©®';
const sign = /\p{S}/u;
const picture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const letter = /[\p{L}\p{N}]/u;
const plainLetter = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;

/**
 * A name without the signs between and around its words, such as `+` and `|`, and without what says that it was checked.
 * Pictures count; a sign that looks like a letter is one where it stands within a word.
 */
function withoutSigns(name: string): string {
  const all = [...name];
  if (!letter.test(name)) return name;
  const owned = new Set(
    [...name.matchAll(ownSigns)].flatMap(({ index }) => {
      const at = [...name.slice(0, index)].length;
      return [at + 1, at + 2];
    }),
  );
  return all.filter((each, at) => owned.has(at) || !isSign(all, at, each)).join('');
}

function isSign(all: readonly string[], at: number, each: string): boolean {
  if (ticks.includes(each)) return true;
  if (!sign.test(each) || picture.test(each)) return false;
  const isLetter = plainLetter.test(takenFor.get(each) ?? '') || /\p{Sc}/u.test(each);
  if (!isLetter) return true;
  const [before = '', after = ''] = [all[at - 1], all[at + 1]];
  if (!letter.test(before) && !letter.test(after)) return true;
  const beginsWord = /\p{Lu}/u.test(after) && /\p{Ll}/u.test(all[at + 2] ?? '');
  return letter.test(before) && beginsWord; // TH|Resident, and A|ex
}

/** A name without what cannot be seen and what only stands between, around or over its letters. */
function lettersOf(name: string): string {
  const plain = [...name.normalize('NFKD')].map(dressed).join('');
  const letters = plain
    .normalize('NFKC')
    .replace(invisible, '')
    .normalize('NFD')
    .replace(accents, '')
    .replace(/\u0640/g, '');
  const kept = withoutSigns(letters).replace(apart, '');
  return (kept === '' ? letters.replace(/\s/gu, '') : kept).replace(overPlain, '$1').normalize('NFC');
}

function skeleton(text: string): string {
  let before = '';
  let now = text;
  for (let round = 0; round < 4 && now !== before; round += 1) {
    before = now;
    now = [...now.normalize('NFD')].map((letter) => takenFor.get(letter) ?? letter).join('');
  }
  return now.normalize('NFD').replace(accents, '').normalize('NFC');
}

/**
 * What a name could be taken for: two names that share one of the three are taken for one another. Letters are compared
 * by their looks (TR39) as capitals, as small letters, and as they are written; case, accents, spaces, hyphens, dots,
 * underscores, apostrophes, a leading @, signs between and around words and what cannot be seen do not count.
 */
export function looksOf(name: string): [string, string, string] {
  const letters = lettersOf(name);
  const looks = skeleton(letters);
  return [
    `c${skeleton(letters.toLowerCase().toUpperCase()).toLowerCase()}`,
    `s${skeleton(letters.toLowerCase().toUpperCase().toLowerCase())}`,
    `w${skeleton(looks.toUpperCase()).toLowerCase()}`,
  ];
}

/** Grows when `looksOf` gives something else than before: looks that are kept are then made anew. */
export const looksVersion = 2;

/** True when a reader could take one name for the other. */
export function looksSame(one: string, other: string): boolean {
  const looks = looksOf(other);
  return looksOf(one).some((look, index) => look === looks[index]);
}
