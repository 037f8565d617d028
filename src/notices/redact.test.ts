import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { partsForPoster } from './redact.ts';

const name = fc.stringMatching(/^[A-Z][a-z]{2,9} [A-Z][a-zé’(.]{2,9}$/);
const email = fc.stringMatching(/^[a-z.+]{1,9}@[a-z]{1,9}\.example$/);
const text = fc.string({ maxLength: 80, unit: 'grapheme' });

const told = (values: Record<string, string>) =>
  partsForPoster(values)
    .map((part) => part.text)
    .join('\n')
    .toLowerCase();

test('whatever is written around it, a name or an address that the writer may not have is in no part that they get', () => {
  fc.assert(
    fc.property(name, email, text, text, (who, at, before, after) => {
      const meaning = `${before} ${who.toUpperCase()} ${after} ${who.replace(' ', '\n  ')}, ${at}`;
      const parts = told({ name: who, email: at, meaning, give_name: 'no', give_email: 'no' });
      assert.ok(!parts.includes(who.toLowerCase()), parts);
      assert.ok(!parts.includes(at), parts);
      for (const part of who.toLowerCase().split(' '))
        assert.ok(!parts.replaceAll('[withheld]', '').includes(part));
    }),
  );
});

test('with a yes they get what they may have, and nothing else of a notice is changed', () => {
  const values = {
    name: 'Ottoline Crake',
    email: 'o@post.example',
    harm: 'I, Ottoline, ask you. (o@post.example)',
  };
  assert.equal(
    told({ ...values, give_name: 'yes', give_email: 'yes' }),
    'ottoline crake\no@post.example\ni, ottoline, ask you. (o@post.example)',
  );
  assert.equal(
    told({ ...values, give_name: 'yes', give_email: 'no' }),
    'ottoline crake\n[withheld]\ni, ottoline, ask you. ([withheld])',
  );
  assert.equal(told({ words: 'Nobody asked.' }), 'nobody asked.');
});
