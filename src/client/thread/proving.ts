import { make } from './page.ts';

/** What the address of a form's challenge answers. */
type Asked = { challenge: null } | { challenge: { parameters: object }; worker: string; say: string };

/** So long the network and the work may take; then the response is sent without, and waits for a moderator. */
const atMost = { asking: 10_000, working: 70_000 };

/**
 * Where very many responses arrive, each has to bring a little work of its browser. It is asked for as the form is sent,
 * and done by a worker beside the page; the form then goes its usual way, with what was typed meanwhile.
 */
export function proveOnSend(form: HTMLFormElement): void {
  const address = form.dataset.challenge;
  if (address === undefined) return;
  const proof = make('input', { type: 'hidden', name: 'proof' });
  const status = make('p', { class: 'proving sans', role: 'status' });
  form.querySelector('.actions')?.before(status, proof);
  let isProving = false;
  let isProven = false;

  form.addEventListener('submit', (event) => {
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    if (isProven || button?.value === 'preview') return;
    event.preventDefault();
    if (isProving) return;
    isProving = true;
    const proving = prove(address, (sentence) => status.replaceChildren(sentence));
    void proving
      .catch(() => '')
      .then((proved) => {
        proof.value = proved; // without one it is sent all the same, and waits for a moderator
        isProving = false;
        isProven = true;
        form.requestSubmit(button);
        isProven = false;
      });
  });
  // A page that is come back to asks anew: a proof counts once.
  addEventListener('pageshow', () => {
    proof.value = '';
    status.replaceChildren();
  });
}

/** The proof as it is sent, in altcha's format; empty where none is asked for, or none could be had. */
async function prove(address: string, tell: (sentence: string) => void): Promise<string> {
  const asked = await ask(address);
  if (asked === null || asked.challenge === null) return '';
  tell(asked.say);
  const solution = await solutionOf(asked.worker, asked.challenge);
  return solution === null ? '' : btoa(JSON.stringify({ challenge: asked.challenge, solution }));
}

/** Null without a network, or where the server answers something else. */
async function ask(address: string): Promise<Asked | null> {
  const signal = AbortSignal.timeout(atMost.asking);
  try {
    const answer = await fetch(address, { cache: 'no-store', signal });
    return answer.ok ? ((await answer.json()) as Asked) : null;
  } catch {
    return null; // the form is sent as it is: it says itself where there is no network
  }
}

function solutionOf(script: string, challenge: object): Promise<object | null> {
  const worker = new Worker(script);
  return new Promise<object | null>((resolve) => {
    worker.addEventListener('message', ({ data }) => resolve(data));
    worker.addEventListener('error', () => resolve(null));
    setTimeout(() => resolve(null), atMost.working);
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
}
