/** What came of a decision: a sentence, and how the item stands now; null where only the whole page can tell. */
export type Answer = { ok: boolean; sentence: string; html: string | null };

/** Sends a form without leaving the page. Null where the answer is none of the queue’s own. */
export async function send(form: HTMLFormElement): Promise<Answer | null> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  try {
    const response = await fetch(form.action, {
      ...{ method: 'POST', body },
      headers: { accept: 'application/json' },
    });
    if (!response.headers.get('content-type')?.startsWith('application/json')) return null;
    return { ok: response.ok, ...((await response.json()) as Omit<Answer, 'ok'>) };
  } catch {
    return null; // the network: the browser’s own page tells of it
  }
}

/** The element that a text of HTML begins with. */
export function elementOf(html: string): HTMLElement | null {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.querySelector<HTMLElement>('li');
}
