import type { Context } from 'hono';
import { keptSecret, noWriterCookie, writerCookie, writerSecret } from '../../comments/writer-cookie.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { followLink, isFollowed } from '../../pseudonyms/follow-link.ts';
import { lookAtOneTime } from '../../pseudonyms/one-time.ts';
import { giveUpName, takeName } from '../../pseudonyms/own-names.ts';
import { bringByPasskey, keepPasskey } from '../../pseudonyms/passkey-answer.ts';
import { findWriter, holdsNames } from '../../pseudonyms/queries.ts';
import { viewOwn } from '../../pseudonyms/what-is-kept.ts';
import { bringByPhrase, endKeys, makePhrase } from '../../pseudonyms/writer-keys.ts';
import { askForLetter } from '../../pseudonyms/writer-letter.ts';
import { readPublication } from '../../publication/queries.ts';
import type { Site } from '../../site.ts';
import { readForm } from '../../web/body.ts';
import { clientAddress } from '../../web/client-address.ts';
import type { ShowError, Web } from '../../web/site-app.ts';
import { renderPage } from '../../web/ui/render-page.ts';
import { addOwnResponses } from '../own-responses/routes.tsx';
import { addPasskeyQuestions } from './passkey-questions.ts';
import { ClaimedPage, LinkPage, PhrasePage, YouPage } from './you-page.tsx';
import type { YouRefusal } from './you-view.ts';

/** What was sent, by which browser: `secret` is empty where it has none. */
type Sent = { site: Site; c: Context; secret: string; fields: Map<string, string> };

/** A form of the page: which field is typed in, and what it does. It answers a word for what was done, or a page. */
type Act = {
  form: string;
  typed: string;
  act: (sent: Sent, writerId: string) => Promise<Outcome<string | Response>>;
  anybody?: boolean;
};

const acts: Record<string, Act> = {
  'names/': { form: 'names', typed: 'name', act: take },
  'names/give-up/': { form: 'give-up', typed: 'id', act: giveUp },
  'keys/end/': { form: 'end', typed: 'id', act: end },
  'keys/end-others/': { form: 'end', typed: 'id', act: endOthers },
  'phrase/': { form: 'phrase', typed: 'id', act: phrase },
  'email/': {
    form: 'email',
    typed: 'email',
    act: (sent, writerId) => letter(sent, 'confirm-email', writerId),
  },
  'passkey/': { form: 'passkey', typed: 'id', act: passkey },
  'bring/passkey/': { form: 'bring-passkey', typed: 'id', act: bringPasskey, anybody: true },
  'out/': { form: 'out', typed: 'id', act: out },
  'bring/phrase/': { form: 'bring-phrase', typed: 'phrase', act: bring, anybody: true },
  'bring/email/': {
    form: 'bring-email',
    typed: 'email',
    act: (sent) => letter(sent, 'bring-names', null),
    anybody: true,
  },
  'archive/': {
    form: 'archive',
    typed: 'email',
    act: (sent) => letter(sent, 'claim-archive', null),
    anybody: true,
  },
};

/** A writer's own page, never kept, and the forms on it. */
export function addYou(web: Web, showError: ShowError): void {
  const { app, site } = web;
  app.use('/you/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-robots-tag', 'noindex');
  });
  addOwnResponses(web, showError);
  addPasskeyQuestions(web);
  app.get('/you/', (c) => showYou(site, c, { done: c.req.query('done') ?? null }));
  app.get('/you/link/', (c) => showLink(site, c, { token: c.req.query('token') ?? '', refusal: null }));
  app.post('/you/link/', async (c) => {
    const sent = await readSent(site, c);
    return sent.ok ? follow(sent.value) : unread(c, sent);
  });
  for (const [path, act] of Object.entries(acts))
    app.post(`/you/${path}`, async (c) => {
      const sent = await readSent(site, c);
      return sent.ok ? perform(sent.value, act) : unread(c, sent);
    });

  function unread(c: Context, { code, sentence }: { code: string; sentence: string }) {
    return showError(c, { status: code === 'too-large' ? 413 : 415, sentence });
  }
}

async function readSent(site: Site, c: Context): Promise<Outcome<Sent>> {
  const form = await readForm(c);
  if (!form.ok) return form;
  return done({ site, c, secret: keptSecret(c, site) ?? '', fields: form.value.fields });
}

async function perform(sent: Sent, { form, typed, act, anybody = false }: Act): Promise<Response> {
  const { site, c, secret, fields } = sent;
  const writer = await findWriter(site.store.read, secret);
  const outcome =
    writer === null && !anybody
      ? refuse('nobody', 'No name is kept in this browser: bring your names to it first.')
      : await act(sent, writer?.id ?? '');
  if (outcome.ok)
    return typeof outcome.value === 'string' ? c.redirect(`/you/?done=${outcome.value}`, 303) : outcome.value;
  const refusal = {
    form,
    field: outcome.field ?? null,
    sentence: outcome.sentence,
    typed: fields.get(typed) ?? '',
  };
  return showYou(site, c, { refusal, status: outcome.code === 'too-fast' ? 429 : 422 });
}

type Shown = { done?: string | null; refusal?: YouRefusal; status?: 200 | 422 | 429 };

async function showYou(site: Site, c: Context, { done: word = null, refusal, status = 200 }: Shown) {
  const secret = keptSecret(c, site) ?? '';
  const own = await viewOwn(site.store.read, { secret, now: site.clock.now().toISOString() });
  const props = { publication: await readPublication(site), own, done: word, mail: site.mail !== null };
  return c.html(renderPage(<YouPage {...props} refusal={refusal ?? null} />), status);
}

async function take({ site, fields }: Sent, writerId: string) {
  const taken = await takeName(site, { writerId, name: fields.get('name') ?? '' });
  return taken.ok ? done('taken') : taken;
}

async function giveUp({ site, fields }: Sent, writerId: string) {
  const given = await giveUpName(site, { writerId, pseudonymId: fields.get('id') ?? '' });
  return given.ok ? done('given-up') : given;
}

async function end({ site, fields }: Sent, writerId: string) {
  const id = fields.get('id') ?? '';
  const ended = await site.store.write((tx) => endKeys(site, tx, { writerId, id, why: 'ended' }));
  return ended > 0 ? done('ended') : refuse('no-key', 'This key opens nothing any more.');
}

async function endOthers({ site, secret }: Sent, writerId: string) {
  await site.store.write((tx) => endKeys(site, tx, { writerId, kind: 'browser', but: secret, why: 'ended' }));
  return done('ended');
}

async function phrase({ site, c }: Sent, writerId: string) {
  const made = await makePhrase(site, writerId);
  const publication = await readPublication(site);
  return done(c.html(renderPage(<PhrasePage publication={publication} phrase={made} />)));
}

async function out({ site, c, secret }: Sent, writerId: string) {
  await site.store.write((tx) => endKeys(site, tx, { writerId, only: secret, kind: 'browser', why: 'out' }));
  c.header('set-cookie', noWriterCookie(site));
  return done('out');
}

async function letter(
  { site, c, fields }: Sent,
  about: 'confirm-email' | 'bring-names' | 'claim-archive',
  writerId: string | null,
) {
  const address = clientAddress(c, site.config);
  const asked = await askForLetter(site, { about, email: fields.get('email') ?? '', writerId, address });
  return asked.ok ? done('asked') : asked;
}

async function bring({ site, c, secret, fields }: Sent) {
  const browser = { secret, letGo: fields.get('let_go') === 'yes' };
  const address = clientAddress(c, site.config);
  const brought = await bringByPhrase(site, { text: fields.get('phrase') ?? '', address, browser });
  if (!brought.ok) return brought;
  c.header('set-cookie', writerCookie(site, brought.value));
  return done('bring-names');
}

async function passkey({ site, fields }: Sent, writerId: string) {
  const kept = await keepPasskey(site, { writerId, answer: fields.get('answer') ?? '' });
  return kept.ok ? done('passkey') : kept;
}

async function bringPasskey({ site, c, secret, fields }: Sent) {
  const browser = { secret, letGo: fields.get('let_go') === 'yes' };
  const brought = await bringByPasskey(site, { answer: fields.get('answer') ?? '', browser });
  if (!brought.ok) return brought;
  c.header('set-cookie', writerCookie(site, brought.value));
  return done('bring-names');
}

async function follow({ site, c, fields }: Sent): Promise<Response> {
  const token = fields.get('token') ?? '';
  const { secret } = writerSecret(c, site);
  const followed = await followLink(site, {
    token,
    browser: { secret, letGo: fields.get('let_go') === 'yes' },
  });
  if (!followed.ok) return showLink(site, c, { token, refusal: followed.sentence });
  const { value } = followed;
  if (value.secret !== null) c.header('set-cookie', writerCookie(site, value.secret));
  if (value.did !== 'claim-archive') return c.redirect(`/you/?done=${value.did}`, 303);
  const publication = await readPublication(site);
  return c.html(renderPage(<ClaimedPage publication={publication} claimed={value.claimed} />));
}

async function showLink(
  site: Site,
  c: Context,
  { token, refusal }: { token: string; refusal: string | null },
) {
  const db = site.store.read;
  const link = await lookAtOneTime(site, db, token);
  const writer = await findWriter(db, keptSecret(c, site) ?? '');
  const purpose = link !== null && isFollowed(link.purpose) ? link.purpose : null;
  const isElsewhere = purpose === 'confirm-email' && (writer === null || writer.id !== link?.writerId);
  const status = refusal !== null ? 422 : purpose === null ? 410 : 200;
  return c.html(
    renderPage(
      <LinkPage
        publication={await readPublication(site)}
        token={token}
        purpose={purpose}
        holds={writer !== null && (await holdsNames(db, writer.id))}
        isElsewhere={isElsewhere}
        refusal={refusal}
      />,
    ),
    status,
  );
}
