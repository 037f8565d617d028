import type { ArticleView } from '../../articles/article-view.ts';
import type { ReplyForm, ThreadPage } from '../../comments/comment-view.ts';
import { shownName } from '../../web/ui/name-wording.ts';
import type { Wording } from '../../web/ui/wording.ts';
import { controlProps, Field, FieldFrame } from './field.tsx';

type Props = { article: ArticleView; thread: ThreadPage; form: ReplyForm; reply: Wording['reply'] };

/** What is answered: a choice while the thread has one page, a number once it has more. */
export function InReplyToField({ article, thread, form, reply }: Props) {
  if (thread.pages > 1)
    return (
      <Field
        form={form}
        name="in_reply_to"
        label={reply.inReplyToNumber}
        hint={hintFor(form, reply) ?? reply.inReplyToNumberHint}
        type="number"
        min={1}
        max={article.lastNumber}
      />
    );
  const chosen = form.values.in_reply_to;
  const hint = hintFor(form, reply) ?? reply.inReplyToHint;
  const options = optionsOf(thread, reply);
  if (!options.some(([value]) => value === chosen)) options.push([chosen, chosen]);
  return (
    <FieldFrame form={form} name="in_reply_to" label={reply.inReplyTo} hint={hint}>
      <select {...controlProps(form, 'in_reply_to')}>
        {options.map(([value, label]) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

function hintFor({ answering }: ReplyForm, reply: Wording['reply']): string | null {
  if (answering === null) return null;
  const { number, name } = answering;
  return `${reply.answering} ${name === null ? number : reply.option(number, shownName(name))}.`;
}

function optionsOf(thread: ThreadPage, reply: Wording['reply']): [value: string, label: string][] {
  const published = thread.comments.filter((comment) => comment.state === 'published');
  return [
    ['', reply.theArticle],
    ...published.map(({ number, name }): [string, string] => [
      String(number),
      reply.option(number, shownName(name)),
    ]),
  ];
}
