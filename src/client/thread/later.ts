import { isElsewhere } from './beside.ts';
import type { Thread } from './page.ts';

/** Set where somebody of the staff has signed in (`staff/staff-marker.ts`). It only says that asking is worth it. */
const marker = /(?:^|;\s*)hustings\.staff=1/;

/** Brings what most visits never need once it is needed: the form that reports a response, and what staff decide by. */
export function bringLater({ root }: Thread): void {
  const { staff, report } = root.dataset;
  if (staff && marker.test(document.cookie)) bring(staff, () => {});
  root.addEventListener('click', (event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href$="/report/"]') : null;
    if (!link || !report || isElsewhere(event)) return;
    event.preventDefault();
    bring(report, (brought) =>
      brought ? link.dispatchEvent(new CustomEvent('report', { bubbles: true })) : location.assign(link.href),
    );
  });
}

/** A script that is there already is not asked for again. */
function bring(address: string, then: (brought: boolean) => void): void {
  import(address).then(
    () => then(true),
    () => then(false),
  );
}
