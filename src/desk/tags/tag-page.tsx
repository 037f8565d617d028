import type { Child } from 'hono/jsx';
import { Arranging } from '../frame/arranging.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused, type FormState } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { CountedTag } from './queries.ts';
import { type DoneCode, tagsPath } from './tags-page.tsx';

export type TagView = {
  tag: CountedTag;
  /** Its page, and the addresses that lead there. */
  path: string;
  formerPaths: string[];
  /** The introduction that the form was made with. */
  seen: string;
  form: FormState;
  done: DoneCode | null;
};

type TagPageProps = { desk: DeskView; view: TagView };

/** One tag, and everything that can be done to it. */
export function TagPage({ desk, view }: TagPageProps) {
  const { tags: say } = deskWordingFor(desk.publication.locale);
  const { tag, form, done } = view;
  return (
    <DeskPage desk={desk} title={say.title(tag.name)} section="articles">
      <main id="main" class="wrap settings">
        <div class="bar lead">
          <h1>
            <bdi>{tag.name}</bdi>
          </h1>
          <Arranging desk={desk} current="tags" />
        </div>
        <div class="prose">
          {done !== null && (
            <p role="status">
              <b>{say.done[done]}</b>
            </p>
          )}
          <FormRefused form={form} heading={say.refused} />
          <Facts desk={desk} view={view} />
        </div>
        <div class="sheet">
          <Changes desk={desk} view={view} />
        </div>
      </main>
    </DeskPage>
  );
}

function Facts({ desk, view: { tag, path, formerPaths } }: TagPageProps) {
  const { tags: say } = deskWordingFor(desk.publication.locale);
  return (
    <>
      <p>
        {say.used(tag.published, tag.others)}.{' '}
        {tag.published === 0 ? say.unseen : <a href={path}>{say.see}</a>}
      </p>
      {formerPaths.length > 0 && (
        <p>
          {say.former} {formerPaths.join(' ')}
        </p>
      )}
    </>
  );
}

function Changes({ desk, view }: TagPageProps) {
  const { tags: say } = deskWordingFor(desk.publication.locale);
  const { tag, form, seen } = view;
  const action = `${tagsPath}${tag.id}/`;
  return (
    <>
      <Act {...{ action, act: 'rename', heading: say.renaming, hint: say.renamingHint, press: say.rename }}>
        <FormField form={form} name="name" label={say.name} />
      </Act>
      <Act
        {...{ action, act: 'introduce', heading: say.introducing, hint: say.introducingHint }}
        press={say.introduce}
      >
        <input type="hidden" name="seen" value={seen} />
        <FormField form={form} name="introduction" label={say.introduction} rows={6} />
      </Act>
      <Act {...{ action, act: 'merge', heading: say.merging, hint: say.mergingHint, press: say.merge }}>
        <FormField form={form} name="into" label={say.into} />
      </Act>
      {tag.published + tag.others === 0 && (
        <Act
          {...{ action, act: 'delete', heading: say.deleting, hint: say.deletingHint, press: say.delete }}
        />
      )}
    </>
  );
}

type ActProps = {
  action: string;
  act: string;
  heading: string;
  hint: string;
  press: string;
  children?: Child;
};

function Act({ action, act, heading, hint, press, children }: ActProps) {
  return (
    <section class="box" aria-labelledby={act}>
      <h2 id={act}>{heading}</h2>
      <p>{hint}</p>
      <form method="post" action={action}>
        {children}
        <p class="actions">
          <button type="submit" name="do" value={act}>
            {press}
          </button>
        </p>
      </form>
    </section>
  );
}
