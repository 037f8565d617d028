import { ReviewItem } from '../reviews/review-list-page.tsx';
import type { DeskView } from '../visit.ts';
import { type Beside, nothingBeside } from './beside.ts';
import { CaseItem } from './case-item.tsx';
import { HeldItem } from './held-item.tsx';
import type { QueueItem as Item } from './queue-view.ts';
import type { ReasonChoice } from './remove-form.tsx';
import { ReportedItem } from './reported-item.tsx';
import type { RemovalRefusal } from './response-view.ts';

type ItemProps = {
  desk: DeskView;
  item: Item;
  /** What stands beside it, where it is a response. */
  beside?: Beside | undefined;
  reasons: ReasonChoice[];
  refusal?: RemovalRefusal | null;
};

/** Something that waits, drawn by its kind. */
export function QueueItem({ desk, item, beside = nothingBeside, reasons, refusal = null }: ItemProps) {
  if (item.kind === 'case') return <CaseItem desk={desk} one={item.one} />;
  if (item.kind === 'review') return <ReviewItem desk={desk} one={item.one} />;
  const { response } = item;
  return item.kind === 'held' ? (
    <HeldItem {...{ desk, response, beside, reasons, refusal }} />
  ) : (
    <ReportedItem {...item} {...{ desk, beside, reasons, refusal }} />
  );
}
