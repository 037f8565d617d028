import { shownBlocks } from '../../articles/merge-texts.ts';
import { Html } from '../../web/ui/html.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { fieldNames } from './article-form.ts';
import type { Merge } from './merge-article.ts';

type MergeView = {
  id: string;
  merge: Merge;
  /** Who saved the newer version, where that is known. */
  by: string | null;
  /** The form that the words stood in, under whose id they may be kept unsaved. */
  copyId: string;
  tookUp: string;
  /** True when the form came back without a choice for each place. */
  missing: boolean;
  /** True when yet another version was saved meanwhile. */
  again: boolean;
};

/** Two versions of one article side by side: what does not meet is merged, the rest is to be chosen. */
export function MergePage({ desk, view }: { desk: DeskView; view: MergeView }) {
  const { merge: say } = deskWordingFor(desk.publication.locale);
  const { merge, id, missing, again } = view;
  const { fields, texts } = merge;
  const conflicts = fields.length + texts.stretches.filter(({ kind }) => kind === 'conflict').length;
  return (
    <DeskPage desk={desk} title={say.title} section="articles">
      <main id="main" class="wrap">
        <h1>{say.title}</h1>
        <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
          <p>
            <b>{missing ? say.missing : again ? say.again : say.lead(view.by)}</b>
          </p>
          <p>{say.conflicts(conflicts)}</p>
        </div>
        <form class="prose" method="post" action={`/desk/articles/${id}/`}>
          <input type="hidden" name="updatedAt" value={merge.basedOn} />
          <input type="hidden" name="over" value={merge.over} />
          <input type="hidden" name="copyId" value={view.copyId} />
          <input type="hidden" name="tookUp" value={view.tookUp} />
          {fieldNames.map((name) => (
            <textarea name={name} hidden aria-label={say.yours}>{`\n${merge.mine[name]}`}</textarea>
          ))}
          {fields.map(({ name, mine, theirs, mayBeBoth }) => (
            <Conflict
              locale={desk.publication.locale}
              label={deskWordingFor(desk.publication.locale).editor.labels[name]}
              name={`choice-${name}`}
              mayBeBoth={mayBeBoth}
              mine={<p>{mine}</p>}
              theirs={<p>{theirs}</p>}
            />
          ))}
          <Stretches desk={desk} merge={merge} />
          <div class="actions">
            <button class="main" type="submit" name="do" value="merge-save">
              {say.save}
            </button>
            <button type="submit" name="do" value="merge-edit">
              {say.edit}
            </button>
            <a class="button" href={`/desk/articles/${id}/`}>
              {say.theirsAlone}
            </a>
          </div>
        </form>
      </main>
    </DeskPage>
  );
}

function Stretches({ desk, merge }: { desk: DeskView; merge: Merge }) {
  const { merge: say } = deskWordingFor(desk.publication.locale);
  let conflict = -1;
  return (
    <>
      {merge.texts.stretches.map((stretch) => {
        if (stretch.kind === 'same')
          return <Html class="merged flow" html={shownBlocks(stretch.blocks, merge.texts.notes)} />;
        conflict += 1;
        return (
          <Conflict
            locale={desk.publication.locale}
            label={say.place(conflict + 1)}
            name={`choice-text-${conflict}`}
            mayBeBoth
            mine={<Blocks say={say.nothing} blocks={stretch.mine} notes={merge.texts.notes} />}
            theirs={<Blocks say={say.nothing} blocks={stretch.theirs} notes={merge.texts.notes} />}
          />
        );
      })}
    </>
  );
}

type BlocksProps = { say: string; blocks: string[]; notes: Map<string, string> };

function Blocks({ say, blocks, notes }: BlocksProps) {
  return blocks.length === 0 ? (
    <p class="quiet">{say}</p>
  ) : (
    <Html class="flow" html={shownBlocks(blocks, notes)} />
  );
}

type ConflictProps = {
  locale: string;
  label: string;
  name: string;
  mayBeBoth: boolean;
  mine: unknown;
  theirs: unknown;
};

function Conflict({ locale, label, name, mayBeBoth, mine, theirs }: ConflictProps) {
  const { merge: say } = deskWordingFor(locale);
  return (
    <fieldset class="merge">
      <legend>{label}</legend>
      <div class="sides">
        <div class="side">
          <h2>{say.yours}</h2>
          {mine as never}
        </div>
        <div class="side">
          <h2>{say.theirs}</h2>
          {theirs as never}
        </div>
      </div>
      <div class="actions">
        {(['mine', 'theirs', ...(mayBeBoth ? (['both'] as const) : [])] as const).map((side) => (
          <label class="pick">
            <input type="radio" name={name} value={side} required />
            {say.sides[side]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
