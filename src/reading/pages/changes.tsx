import type { ChangedBlock, Part } from '../../articles/revisions/compare.ts';
import type { Changes } from '../../articles/revisions/history-view.ts';
import { wordingFor } from '../../web/ui/wording.ts';

/** What changed, block by block; the marks stand in the text for whoever sees no strokes. */
export function ChangesList({ locale, changes }: { locale: string; changes: Changes }) {
  const { history: say } = wordingFor(locale);
  if (!changes.blocks.some((block) => 'parts' in block)) return <p>{say.nothing}</p>;
  return (
    <div class="changes">
      {changes.blocks.map((block) => (
        <Block locale={locale} block={block} />
      ))}
    </div>
  );
}

function Block({ locale, block }: { locale: string; block: ChangedBlock }) {
  const { history: say } = wordingFor(locale);
  if ('unchanged' in block) return <p class="quiet">{say.unchanged(block.unchanged)}</p>;
  const label = say.kindsOfBlock[block.kind];
  return (
    <p>
      {label !== '' && <span class="quiet">{label} </span>}
      {block.parts.map((part, index) => (
        <Words locale={locale} part={part} replaced={block.parts[index + 1]?.did === 'in'} />
      ))}
    </p>
  );
}

type WordsProps = { locale: string; part: Part; replaced: boolean };

/** `replaced` is true where other words come in their place: a space keeps them apart. */
function Words({ locale, part, replaced }: WordsProps) {
  const { history: say } = wordingFor(locale);
  if (part.did === 'kept') return <>{part.text}</>;
  const Tag = part.did === 'out' ? 'del' : 'ins';
  return (
    <>
      <Tag>
        <span class="vh">{part.did === 'out' ? say.takenOut : say.putIn}</span>
        {part.text.trimEnd()}
        <span class="vh">{say.end}</span>
      </Tag>
      {(replaced || /\s$/.test(part.text)) && ' '}
    </>
  );
}
