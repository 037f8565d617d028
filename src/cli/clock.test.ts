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

test('other regimes have the hours, days or the month within which they are decided', async () => {
  const at = ['--received', '2026-03-27T10:00:00Z'];
  const told = async (...args: string[]) => JSON.parse(await clock(...args, '--json')) as object;
  assert.deepEqual(await told('dsa-16', ...at), {
    ...{ regime: 'dsa-16', state: 'decide', replyBy: null, due: '2026-03-30T11:00:00+01:00' },
  });
  assert.deepEqual(await told('personal-data', ...at), {
    ...{ regime: 'personal-data', state: 'decide', replyBy: null, due: '2026-04-28T00:00:00+01:00' },
  });
  assert.deepEqual(await told('accuracy', ...at), {
    ...{ regime: 'accuracy', state: 'acknowledge', replyBy: null, due: '2026-04-04T00:00:00+01:00' },
  });
  const acknowledged = ['--acknowledged', '2026-03-28T10:00:00Z', '--decide-days', '28'];
  assert.deepEqual(await told('accuracy', ...at, ...acknowledged), {
    ...{ regime: 'accuracy', state: 'decide', replyBy: null, due: '2026-04-25T00:00:00+01:00' },
  });
  assert.match(
    await clock('copyright', ...at, '--decided', '2026-03-28T10:00:00Z'),
    /^decided\nNothing is due\.\nA clock/,
  );
  await assert.rejects(clock('dsa-16', ...at, '--repeat'), /--repeat says nothing to dsa-16/);
  await assert.rejects(clock('uk-s5', ...at, '--decide-days', '3'), /says nothing to uk-s5/);
  await assert.rejects(clock('accuracy', ...at, '--decide-days', 'soon'), UsageError);
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
