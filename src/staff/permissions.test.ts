import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ArticleVerb,
  articleVerbs,
  type GeneralVerb,
  generalVerbs,
  isRole,
  may,
  mayOn,
  type Role,
  roles,
  stages,
} from './permissions.ts';

/** Owner, editor, author, moderator. */
const general: Record<GeneralVerb, string> = {
  'desk.enter': 'oeam',
  'account.change-own': 'oeam',
  'article.write': 'oea-',
  'picture.add': 'oea-',
  'picture.change': 'oe--',
  'comment.decide': 'oe-m',
  'writer.suspend': 'oe-m',
  'writer.suspend-long': 'oe--',
  'review.decide': 'oe-m',
  'case.manage': 'oe--',
  'person.answer': 'oe--',
  'tag.manage': 'oe--',
  'series.manage': 'oe--',
  'page.manage': 'oe--',
  'menu.manage': 'oe--',
  'link.manage': 'oe--',
  'setting.change': 'oe--',
  'setting.change-owned': 'o---',
  'job.decide': 'oe--',
  'record.read-private': 'oe--',
  'token.make': 'oea-',
  'webhook.manage': 'o---',
  'token.manage': 'o---',
  'staff.manage': 'o---',
};

/** The same for each stage: draft, in review, scheduled, published, withdrawn. */
const onArticle: Record<ArticleVerb, string> = {
  'article.read': 'oea- oea- oea- oea- oea-',
  'article.edit': 'oea- oea- oe-- oe-- oe--',
  'article.ask-review': 'oea- oea- ---- ---- ----',
  'article.answer-review': '---- oe-- ---- ---- ----',
  'article.schedule': 'oe-- oe-- oe-- ---- ----',
  'article.publish': 'oe-- oe-- oe-- ---- ----',
  'claim.mark': 'oea- oea- oe-- oe-- ----',
  'article.attribute': 'oea- oea- oe-- oe-- ----',
  'revision.withhold': '---- ---- ---- oe-- oe--',
  'article.correct': '---- ---- ---- oe-- ----',
  'article.mark-risk': 'oea- oea- oe-- oe-- ----',
  'article.unmark-risk': 'oe-- oe-- oe-- oe-- ----',
  'article.second-read': 'oe-- oe-- oe-- ---- oe--',
  'article.override-reader': 'o--- o--- o--- o--- o---',
  'article.preview-link': 'oea- oea- oe-- oe-- ----',
  'comment.respond': '---- ---- ---- oeam ----',
  'article.slow': 'oe-- oe-- oe-- oe-m ----',
  'article.pin': '---- ---- ---- oe-- ----',
  'article.move': '---- ---- ---- oe-- ----',
  'article.withdraw': '---- ---- ---- oe-- ----',
  'article.restore': '---- ---- ---- ---- oe--',
};

const letter = (role: Role, yes: boolean) => (yes ? role.slice(0, 1) : '-');

test('every role may do exactly what its cell of the permission table says', () => {
  for (const verb of generalVerbs)
    assert.equal(roles.map((role) => letter(role, may(role, verb))).join(''), general[verb], verb);
});

test('every role may do to an article, in each of its stages, exactly what the cell says', () => {
  for (const verb of articleVerbs) {
    const cells = stages.map((stage) => roles.map((role) => letter(role, mayOn(role, verb, stage))).join(''));
    assert.equal(cells.join(' '), onArticle[verb], verb);
  }
});

test('only the four roles are roles, in their exact spelling', () => {
  assert.deepEqual(
    ['owner', 'editor', 'author', 'moderator', 'Owner', 'owner ', 'admin', '', 'constructor'].filter(isRole),
    ['owner', 'editor', 'author', 'moderator'],
  );
});
