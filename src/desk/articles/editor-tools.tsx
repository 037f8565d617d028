import { Html } from '../../web/ui/html.tsx';
import { deskWordingFor } from '../wording.ts';
import type { ArticleFormView } from './article-form.ts';
import { EditorFind } from './editor-find.tsx';

type ToolsProps = { locale: string; form: ArticleFormView };

const groups = [
  ['bold', 'italic', 'strike', 'link'],
  ['heading2', 'heading3', 'quote', 'pull', 'source'],
  ['bullets', 'numbers', 'table', 'rule'],
  ['footnote', 'picture', 'card'],
] as const;
const inTables = ['row-add', 'row-drop', 'column-add', 'column-drop', 'head-row', 'table-drop'] as const;

/** Where the rich editor opens: hidden until its script takes the plain field's place. */
export function EditorTools({ locale, form }: ToolsProps) {
  const { writing: say } = deskWordingFor(locale);
  if (form.html === null) return null;
  return (
    <div data-editor hidden data-words={JSON.stringify(say.script)}>
      <template>
        <Html html={form.html} />
      </template>
      <div class="tools" role="toolbar" aria-label={say.tools} aria-controls="f-body">
        {groups.map((names) => (
          <>
            {names.map((name) => (
              <Tool locale={locale} name={name} />
            ))}
            <span class="sep" />
          </>
        ))}
        <span data-only-in="table" hidden>
          {inTables.map((name) => (
            <Tool locale={locale} name={name} />
          ))}
          <span class="sep" />
        </span>
        <Tool locale={locale} name="undo" />
        <Tool locale={locale} name="redo" />
        <Tool locale={locale} name="find" />
        <Tool locale={locale} name="help" />
      </div>
      <EditorFind locale={locale} />
      <div data-page />
    </div>
  );
}

type ToolName =
  | (typeof groups)[number][number]
  | (typeof inTables)[number]
  | 'undo'
  | 'redo'
  | 'find'
  | 'help';

function Tool({ locale, name }: { locale: string; name: ToolName }) {
  return (
    <button type="button" data-tool={name}>
      {deskWordingFor(locale).writing.tool[name]}
    </button>
  );
}
