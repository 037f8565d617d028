import type { Child } from 'hono/jsx';

/** The heading of a page that is no article, with what stands under it. */
export function PlainHead({ heading, children }: { heading: Child; children?: Child }) {
  return (
    <div class="ed plain-head">
      <h1>{heading}</h1>
      {children}
    </div>
  );
}
