import { fill } from '../../lib/fill.ts';
import type { EditorWords } from './words.ts';

type Answer = {
  at?: string | null;
  differs?: boolean;
  sentence?: string;
  others?: { name: string; since: string }[];
  newest?: { at: string; by: string | null } | null;
};

const pause = 1500;
const shortPause = 250;
const beat = 30_000;
const prefix = 'hustings-words:';

/**
 * Keeps what is typed: on the server while it answers, in this browser while it does not, until it does. And tells
 * who else has the article open, and when somebody has saved it.
 */
export function keepWords(form: HTMLFormElement, say: EditorWords, fillIn: () => void): void {
  const address = `${form.getAttribute('action')}working-copy/`;
  const id = inputValue(form, 'copyId');
  const places = {
    kept: form.querySelector('[data-kept]'),
    presence: form.querySelector('[data-presence]'),
  };
  const key = `${prefix}${form.dataset.staff}:${id}`;
  let [writing, waiting, isDirty] = [0, 0, false];
  let isSent = false;
  const tell = (place: Element | null, sentence: string) => {
    if (place && place.textContent !== sentence) place.textContent = sentence;
  };
  const body = (act: string) => {
    const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    fields.set('do', act);
    return fields;
  };
  const keepHere = () => {
    clearTimeout(writing);
    fillIn();
    const fields = body('keep');
    const stored = JSON.stringify({ address, body: String(fields) });
    return { fields, stored, isHere: put(key, stored) };
  };
  const keep = async () => {
    clearTimeout(waiting);
    const { fields, stored, isHere } = keepHere();
    isDirty = false;
    const answer = await send(address, fields);
    if (answer === null) return tell(places.kept, isHere ? say.keptHere : fill(say.notKept, { why: '' }));
    if (answer.sentence) return tell(places.kept, fill(say.notKept, { why: answer.sentence }));
    if (localStorage.getItem(key) === stored) localStorage.removeItem(key);
    if (answer.at) tell(places.kept, answer.differs ? fill(say.keptThere, { time: clock(answer.at) }) : '');
    show(answer);
  };
  const show = ({ others = [], newest }: Answer) => {
    const names = others.map(({ name, since }) => fill(say.openBy, { name, time: clock(since) }));
    const isNewer =
      newest && inputValue(form, 'updatedAt') !== '' && newest.at !== inputValue(form, 'updatedAt');
    const newer = isNewer ? [fill(say.newer, { name: newest.by ?? '…', time: clock(newest.at) })] : [];
    tell(places.presence, [...(names.length === 0 ? [say.alone] : names), ...newer].join(' '));
  };
  const seen = async () => {
    if (document.hidden && !localStorage.getItem(key)) return;
    if (localStorage.getItem(key)) return keep();
    const answer = await send(address, only(form, 'seen'));
    if (answer) show(answer);
  };
  form.addEventListener('input', () => {
    if (isSent) return;
    isDirty = true;
    clearTimeout(writing);
    clearTimeout(waiting);
    writing = window.setTimeout(keepHere, shortPause);
    waiting = window.setTimeout(keep, pause);
  });
  form.addEventListener(
    'submit',
    (event) => {
      clearTimeout(waiting);
      if (!navigator.onLine) {
        event.preventDefault();
        event.stopImmediatePropagation();
        void keep();
        return;
      }
      isSent = true;
      keepHere();
    },
    { capture: true },
  );
  const catchUp = () => {
    if (isDirty || localStorage.getItem(key)) void keep();
  };
  addEventListener('online', catchUp);
  addEventListener('offline', catchUp);
  addEventListener('pagehide', () => {
    if (isDirty && !isSent) keepHere();
    navigator.sendBeacon(address, only(form, 'left'));
  });
  setInterval(() => void seen(), beat);
  void bringBack(form, key).then(seen);
}

/** What an earlier page could not send is sent now: the server then offers it. */
async function bringBack(form: HTMLFormElement, own: string): Promise<void> {
  let differs = false;
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(`${prefix}${form.dataset.staff}:`) || key === own) continue;
    const stored = localStorage.getItem(key) ?? '{}';
    const { address, body } = JSON.parse(stored) as { address: string; body: string };
    const answer = await send(address, new URLSearchParams(body));
    if (answer === null || answer.sentence) continue;
    localStorage.removeItem(key);
    const isOurs = address === `${form.getAttribute('action')}working-copy/`;
    differs ||= isOurs && answer.differs === true;
  }
  if (differs) location.reload();
}

function only(form: HTMLFormElement, act: string): URLSearchParams {
  return new URLSearchParams({
    do: act,
    copyId: inputValue(form, 'copyId'),
    newId: inputValue(form, 'newId'),
  });
}

function inputValue(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? '';
}

/** False where the browser keeps nothing: private windows, full disks. */
function put(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Null when the server cannot be reached or is at fault: then it is tried again. */
async function send(address: string, body: URLSearchParams): Promise<Answer | null> {
  try {
    const answer = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } });
    if (answer.status >= 500 || answer.redirected) return null;
    if (!/json/.test(answer.headers.get('content-type') ?? '')) return null;
    return (await answer.json()) as Answer;
  } catch {
    return null;
  }
}

function clock(at: string): string {
  return new Date(at).toLocaleTimeString(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
  });
}
