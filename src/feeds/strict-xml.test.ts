import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readXml } from './strict-xml.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

test('the strict reader reads what is well-formed', () => {
  assert.deepEqual(readXml(`${declaration}<a b="&#x22;\n" xmlns:c="u"><c:d/>x &amp;&#xD;\r\ny</a>\n`), {
    name: 'a',
    attributes: { b: '" ', 'xmlns:c': 'u' },
    children: [{ name: 'c:d', attributes: {}, children: [] }, 'x &\r\ny'],
  });
});

for (const [fault, document] of Object.entries({
  'a bare ampersand': '<a>Tom & Jerry</a>',
  'an unknown entity': '<a>&nbsp;</a>',
  'a reference to no character': '<a>&#x1;</a>',
  'a control character': '<a>\u0007</a>',
  'half a surrogate pair': '<a>\ud800</a>',
  'a bare ]]>': '<a>]]></a>',
  'a bare < in a value': '<a b="<"/>',
  'an attribute that stands twice': '<a b="1" b="2"/>',
  'a prefix without a namespace': '<c:d/>',
  'elements that overlap': '<a><b></a></b>',
  'a second root': '<a/><b/>',
  'an end too early': '<a><b/>',
}))
  test(`the strict reader refuses ${fault}`, () => {
    assert.throws(() => readXml(declaration + document), SyntaxError);
  });
