import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRole, may, type Role, roles, type Verb, verbs } from './roles.ts';

const expected: Record<Verb, Record<Role, boolean>> = {
  'desk.enter': { owner: true, editor: true, author: true, moderator: true },
  'article.write': { owner: true, editor: true, author: true, moderator: false },
  'article.publish': { owner: true, editor: true, author: false, moderator: false },
  'comment.decide': { owner: true, editor: true, author: false, moderator: true },
  'setting.change': { owner: true, editor: true, author: false, moderator: false },
  'record.read-private': { owner: true, editor: true, author: false, moderator: false },
  'staff.manage': { owner: true, editor: false, author: false, moderator: false },
};

test('every role may do exactly what its cell of the permission table says', () => {
  assert.deepEqual([...verbs].sort(), Object.keys(expected).sort());
  for (const verb of verbs)
    for (const role of roles) assert.equal(may(role, verb), expected[verb][role], `${role}, ${verb}`);
});

test('only the four roles are roles, in their exact spelling', () => {
  assert.deepEqual(
    ['owner', 'editor', 'author', 'moderator', 'Owner', 'owner ', 'admin', '', 'constructor'].filter(isRole),
    ['owner', 'editor', 'author', 'moderator'],
  );
});
