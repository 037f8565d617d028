import type { ChangedBlock, Part } from '../../articles/revisions/compare.ts';
import type { Changes } from '../../articles/revisions/history-view.ts';
import { inLanguage } from '../../web/ui/direction.ts';
import { wordingFor } from '../../web/ui/wording.ts';

type ListProps = {
  locale: string;
  changes: Changes;
  /** That of the words, where it is not the page's. */
  language?: string | null;
};

/** What changed, block by block; the marks stand in the text for whoever sees no strokes. */
export function ChangesList({ locale, changes, language = null }: ListProps) {
  const { history: say } = wordingFor(locale);
  if (!changes.blocks.some((block) => 'parts' in block)) return <p>{say.nothing}</p>;
  return (
    <div class="changes">
      {changes.blocks.map((block) => (
        <Block locale={locale} block={block} own={inLanguage({ locale }, { language })} />
      ))}
    </div>
  );
}

type BlockProps = { locale: string; block: ChangedBlock; own: ReturnType<typeof inLanguage> };

function Block({ locale, block, own }: BlockProps) {
  const { history: say } = wordingFor(locale);
  if ('unchanged' in block) return <p class="quiet">{say.unchanged(block.unchanged)}</p>;
  const label = say.kindsOfBlock[block.kind];
  const said = own.lang === undefined ? {} : { lang: locale };
  return (
    <p {...own}>
      {label !== '' && (
        <span class="quiet" {...said}>
          {label}{' '}
        </span>
      )}
      {block.parts.map((part, index) => (
        <Words locale={locale} part={part} replaced={block.parts[index + 1]?.did === 'in'} said={said} />
      ))}
    </p>
  );
}

type WordsProps = { locale: string; part: Part; replaced: boolean; said: { lang?: string } };

/** `replaced` is true where other words come in their place: a space keeps them apart. */
function Words({ locale, part, replaced, said }: WordsProps) {
  const { history: say } = wordingFor(locale);
  if (part.did === 'kept') return <>{part.text}</>;
  const Tag = part.did === 'out' ? 'del' : 'ins';
  return (
    <>
      <Tag>
        <span class="vh" {...said}>
          {part.did === 'out' ? say.takenOut : say.putIn}
        </span>
        {part.text.trimEnd()}
        <span class="vh" {...said}>
          {say.end}
        </span>
      </Tag>
      {(replaced || /\s$/.test(part.text)) && ' '}
    </>
  );
}
