import { print } from './choose-keys.ts';
import { elementOf, send } from './send.ts';

/** The held responses of the page, one of which is the one that keys decide on. */
export class Items {
  private readonly list: HTMLElement;
  private readonly said = document.querySelector<HTMLElement>('[data-said]');
  /** What was released or kept by a key, the last at the end. */
  private readonly released: string[] = [];
  /** What was sent last; decisions are told in the order in which they were pressed. */
  private last: Promise<void> = Promise.resolve();

  constructor(list: HTMLElement) {
    this.list = list;
  }

  /** Marks the first that waits. It gets no focus before a key is pressed. */
  mark(): void {
    const first = this.waiting()[0];
    if (first) this.make(first);
  }

  step(by: 1 | -1): void {
    const all = this.all();
    const current = this.current();
    const next = all[(current ? all.indexOf(current) : -1) + by];
    if (next) this.go(next);
    else if (by === 1 && this.waiting().length === 0)
      location.assign(this.list.dataset.queue ?? location.href);
    else if (by === 1) this.say(this.list.dataset.lastOne ?? '');
  }

  release(): void {
    const item = this.current();
    const form = item && (formOf(item, 'release') ?? formOf(item, 'keep'));
    if (!item || !form) return;
    this.released.push(item.id);
    this.decide(item, form);
  }

  openReasons(): void {
    const item = this.current();
    const form = item && formOf(item, 'remove');
    if (!item || !form) return;
    this.go(item);
    const details = form.closest('details');
    if (details) details.open = true;
    form.querySelector<HTMLInputElement>('input[type=radio]')?.focus();
  }

  /** Removes for the reason of a digit, where the reasons are open; null where they are not. */
  reason(index: number): (() => void) | null {
    const item = this.current();
    const form = item && formOf(item, 'remove');
    const radio = form?.querySelectorAll<HTMLInputElement>('input[type=radio]')[index];
    if (!item || !form || !radio || !form.closest('details')?.open) return null;
    const sentence = form.querySelector<HTMLInputElement>('input[name=sentence]');
    return () => {
      radio.checked = true;
      if (radio.dataset.needsSentence && sentence?.value.trim() === '') {
        form.dataset.keyed = 'yes';
        sentence.focus();
      } else this.decide(item, form);
    };
  }

  /** A sentence that a key asked for was typed, and sent with Enter: decided like any key, without leaving the page. */
  sent(event: SubmitEvent): void {
    const form = event.target;
    const item = form instanceof HTMLFormElement && form.dataset.keyed ? this.current() : null;
    if (!(form instanceof HTMLFormElement) || !item?.contains(form)) return;
    event.preventDefault();
    this.decide(item, form);
  }

  leaveReasons(): (() => void) | null {
    const item = this.current();
    const details = item && formOf(item, 'remove')?.closest('details');
    if (!item || !details?.open) return null;
    return () => {
      details.open = false;
      this.go(item);
    };
  }

  /** Takes back the last release of this page that can still be taken back. */
  undo(): void {
    this.last = this.last.then(async () => {
      const item = document.getElementById(this.released.pop() ?? '');
      const form = item && formOf(item, 'undo');
      if (!item || !form) return this.say(this.list.dataset.nothingToUndo ?? '');
      const back = await this.put(item, form);
      if (back) this.go(back);
    });
  }

  private decide(item: HTMLElement, form: HTMLFormElement): void {
    item.toggleAttribute('data-sent', true);
    const next = this.after(item);
    if (next) this.go(next);
    this.last = this.last.then(async () => {
      const now = await this.put(item, form);
      if (now && !next) this.go(now);
    });
  }

  /** Sends a form and puts what became of the item in its place. */
  private async put(item: HTMLElement, form: HTMLFormElement): Promise<HTMLElement | null> {
    const answer = await send(form);
    if (answer === null) {
      form.submit(); // the page that this leads to tells what is wrong
      return null;
    }
    this.say(answer.sentence);
    item.removeAttribute('data-sent');
    const now = answer.html === null ? null : elementOf(answer.html);
    if (!now) return item;
    if (!answer.ok) now.classList.add('refused-here');
    const had = item.contains(document.activeElement);
    const marked = item === this.current();
    item.replaceWith(now);
    print(this.list);
    if (marked) this.make(now);
    if (had) this.go(now);
    return now;
  }

  private all(): HTMLElement[] {
    return [...this.list.children].filter((item) => item instanceof HTMLElement);
  }

  private waiting(): HTMLElement[] {
    return this.all().filter((item) => formOf(item, 'remove') && !item.hasAttribute('data-sent'));
  }

  /** The next that waits behind one; else the first that waits. */
  private after(item: HTMLElement): HTMLElement | null {
    const all = this.all();
    const behind = all.slice(all.indexOf(item) + 1);
    const waiting = this.waiting();
    return waiting.find((each) => behind.includes(each)) ?? waiting[0] ?? null;
  }

  private current(): HTMLElement | null {
    return this.all().find((item) => item.hasAttribute('aria-current')) ?? null;
  }

  private make(item: HTMLElement): void {
    this.current()?.removeAttribute('aria-current');
    item.setAttribute('aria-current', 'true');
    item.tabIndex = -1;
  }

  private go(item: HTMLElement): void {
    this.make(item);
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: item.offsetHeight > innerHeight ? 'start' : 'nearest' });
  }

  /** Tells whoever looks and whoever listens. */
  say(sentence: string): void {
    if (this.said) this.said.textContent = sentence;
  }
}

function formOf(item: HTMLElement, verb: 'release' | 'keep' | 'remove' | 'undo'): HTMLFormElement | null {
  return item.querySelector<HTMLFormElement>(`form[action$="/${verb}/"]`);
}
