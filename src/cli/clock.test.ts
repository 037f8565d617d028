import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from './clock.ts';
import { CommandError, UsageError } from './io.ts';

async function clock(...args: string[]): Promise<string> {
  const lines: string[] = [];
  await run(args, { out: (line: string) => lines.push(line), err: () => undefined } as never);
  return lines.join('\n');
}

test('the clock of a notice is printed as JSON, in London’s time', async () => {
  assert.equal(
    await clock(
      'uk-s5',
      '--received',
      '2026-03-27T10:00:00Z',
      '--notified',
      '2026-03-27T10:00:00Z',
      '--json',
    ),
    '{"regime":"uk-s5","state":"awaiting-reply","replyBy":"2026-04-02T00:00:00+01:00","due":"2026-04-08T00:00:00+01:00"}',
  );
});

test('without --json it says what is to be done, and that it is no advice', async () => {
  const text = await clock('uk-s5', '--received', '2026-03-06T17:00:00Z', '--repeat');
  assert.match(
    text,
    /^remove-repeat\nRemove the statement.*: by 2026-03-10T17:00:00\+00:00\.\nA clock and no legal advice\.$/,
  );
});

test('what is missing or cannot be is refused, each with its sentence', async () => {
  await assert.rejects(clock('uk-s6', '--received', '2026-03-06T17:00:00Z'), UsageError);
  await assert.rejects(clock('uk-s5'), /--received/);
  await assert.rejects(clock('uk-s5', '--received', 'now'), CommandError);
  await assert.rejects(
    clock('uk-s5', '--received', '2026-03-06T17:00:00Z', '--reply', '2026-03-07T17:00:00Z'),
    /--reply-kind/,
  );
  await assert.rejects(
    clock(
      'uk-s5',
      ...'--received 2026-03-06T17:00:00Z --reply 2026-03-07T17:00:00Z --reply-kind maybe'.split(' '),
    ),
    /agreed, stands, defective/,
  );
});
