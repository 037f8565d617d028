import { follow } from './thread/arrivals.ts';
import { openBeside } from './thread/beside.ts';
import { collapseWriters } from './thread/collapsing.ts';
import { land } from './thread/landing.ts';
import { bringLater } from './thread/later.ts';
import { threadHere } from './thread/page.ts';
import { proveOnSend } from './thread/proving.ts';
import { tellNew } from './thread/visits.ts';

/** What makes the thread under an article better to read: none of it is needed to read it. */
const thread = threadHere();
if (thread) {
  tellNew(thread);
  collapseWriters(thread);
  openBeside(thread);
  bringLater(thread);
  addEventListener('hashchange', () => void land(thread));
  void land(thread);
  follow(thread);
}

const form = document.querySelector<HTMLFormElement>('#reply form');
if (form) proveOnSend(form);
