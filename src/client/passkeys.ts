import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';

type Form = HTMLFormElement & {
  dataset: { passkey: 'add' | 'use'; ask: string; failed: string; known: string };
};

/** Shows a form that only works here, asks the server for its question, and sends the answer with the form. */
function enable(form: Form): void {
  const status = form.querySelector<HTMLElement>('[role=status]');
  const answer = form.elements.namedItem('answer') as HTMLInputElement;
  const say = (sentence: string) => {
    if (status) status.textContent = sentence;
  };
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    if (answer.value !== '') return;
    event.preventDefault();
    say('');
    try {
      answer.value = JSON.stringify(await perform(form));
      form.submit();
    } catch (error) {
      say(sentenceFor(form, error));
    }
  });
}

/** A refusal of the server's, in its own words. */
class Refused extends Error {}

async function perform({ dataset }: Form): Promise<unknown> {
  const response = await fetch(dataset.ask, { method: 'POST', body: new URLSearchParams() });
  const json = response.headers.get('content-type')?.startsWith('application/json');
  const body = json ? await response.json() : {};
  if (!response.ok || !json) throw new Refused(body.sentence ?? dataset.failed);
  return dataset.passkey === 'add'
    ? startRegistration({ optionsJSON: body })
    : startAuthentication({ optionsJSON: body });
}

function sentenceFor({ dataset }: Form, error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return dataset.known;
  return dataset.failed;
}

if (browserSupportsWebAuthn())
  for (const form of document.querySelectorAll<Form>('form[data-passkey]')) enable(form);
