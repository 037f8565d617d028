import { both, type Migration } from './statements.ts';

/** When the reader of an address said yes to letters of just these: others may have asked for more in their name. */
export const agreedLetters: Migration = {
  name: 'letters agreed to',
  statements: both(
    `ALTER TABLE letter_subscriptions ADD COLUMN agreed_at TEXT`,
    `UPDATE letter_subscriptions SET agreed_at =
      (SELECT confirmed_at FROM letter_addresses WHERE letter_addresses.id = letter_subscriptions.address_id)`,
  ),
};
