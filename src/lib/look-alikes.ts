import { foldForSearch } from './fold-text.ts';

/** Letters of other scripts that a reader takes for Latin ones (the commonest of Unicode's UTS 39), lower case. */
const latin: Record<string, string> = {
  ...{
    а: 'a',
    в: 'b',
    е: 'e',
    з: '3',
    і: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    с: 'c',
    ѕ: 's',
  },
  ...{ т: 't', у: 'y', х: 'x', ь: 'b', ԁ: 'd', һ: 'h', ӏ: 'l', ԛ: 'q', ԝ: 'w', г: 'r', п: 'n' },
  ...{
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    γ: 'y',
  },
  ...{ ı: 'i', ſ: 's', ɑ: 'a', ɡ: 'g', օ: 'o', ո: 'n', հ: 'h', 0: 'o', 1: 'l', '3': '3' },
};

/** What is left of a name when case, accents, marks and look-alike letters are: two with the same pass for one another. */
export function lookOf(name: string): string {
  return [...foldForSearch(name).replaceAll(' ', '')]
    .map((letter) => latin[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('i', 'l');
}
