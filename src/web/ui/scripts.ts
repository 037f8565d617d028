import * as editor from 'client:editor';
import * as look from 'client:look';
import * as passkeys from 'client:passkeys';
import * as popovers from 'client:popovers';
import * as queue from 'client:queue';
import * as report from 'client:report';
import * as solve from 'client:solve';
import * as staff from 'client:staff';
import * as thread from 'client:thread';
import * as trial from 'client:trial';
import * as unsaved from 'client:unsaved';

/** A script as it is served: its address changes with its text, so it may be kept for ever. */
export type Script = { href: string; load: () => Promise<string> };

/** Every script for the browser. Pages work without them. */
export const scripts = {
  editor,
  look,
  passkeys,
  popovers,
  queue,
  report,
  staff,
  solve,
  thread,
  trial,
  unsaved,
} satisfies Record<string, Script>;
