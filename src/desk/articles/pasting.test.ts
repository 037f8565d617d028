import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openNewsroom, paste, press } from '../../../test/support/newsroom.ts';
import { readEditable } from '../../articles/queries.ts';

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;font-family:"Calibri"} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='mso-pagination:widow-orphan'>The toll<o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8.0pt;mso-line-height-alt:normal'><b style='mso-bidi-font-weight:normal'><span lang=EN-US style='font-size:11.0pt;color:red'>Six votes</span></b><span lang=EN-US> to <i>three</i>, says the board<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Mend the bridge</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Bolts first</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Dredge the channel</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>First</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-border-alt:solid'><tr><td width=200 valign=top style='border:solid'><p class=MsoNormal>Year</p></td><td><p class=MsoNormal>Spent</p></td></tr></table>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a><span lang=EN-US> Minutes, page 4</span></p></div></div>
<!--EndFragment--></body></html>`;

const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-6b1f5e0a-7fff-1b2c"><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-weight:400;">The toll</span></h2><p dir="ltr" style="line-height:1.38;margin-top:0pt;"><span style="font-size:11pt;font-family:Arial;font-weight:700;">Six votes</span><span style="font-size:11pt;font-weight:400;font-style:italic;"> to three</span><span style="font-size:11pt;font-weight:400;">, see </span><a href="https://www.google.com/url?q=https://council.example/minutes&amp;sa=D&amp;source=editors" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">the minutes</span></a></p><br /><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Mend the bridge</span></p></li></ul><div align="left"><table style="border:none"><colgroup><col /></colgroup><tbody><tr style="height:0pt"><td style="border:solid"><p><span>2025</span></p></td></tr></tbody></table></div><p><span style="font-weight:400;"><img src="https://lh7.example/x.png" width="600" /></span></p></b><br class="Apple-interchange-newline">`;

const web = `<article class="post"><h1 class="title" onclick="x()">The toll</h1><div class="share"><iframe src="https://video.example/1"></iframe><script>window.ran = true</script></div><p style="color:rgb(0,0,0)" class="lead"><span>Six votes</span> to three.<img src="https://elsewhere.example/a.jpg" onerror="window.ran = true"></p><blockquote cite="https://estuary.example/"><p>I would rather have bolts.</p></blockquote><p><a href="javascript:window.ran = true">Press</a> <a href="https://a.example/" target="_blank" class="x" ping="https://track.example/">here</a></p><h5>Small</h5><ol><li>One</li></ol></article>`;

test('what is pasted comes out clean', async (t) => {
  const room = await openNewsroom('sqlite');
  t.after(() => room.close());
  const { page } = await room.enter('editor');
  const pasted = async (html: string) => {
    await page.goto(`${room.address}/desk/articles/new/`);
    await page.getByLabel('Title', { exact: true }).fill('Pasted');
    await paste(page, html);
    await press(page, 'Save draft');
    const id = /articles\/([0-9a-f-]{36})\//.exec(page.url())?.[1] ?? '';
    return (await readEditable(room.site.store.read, id))?.html.replaceAll('\n', '') ?? '';
  };

  await t.test('from Word, with its lists and footnotes', async () => {
    assert.equal(
      await pasted(word),
      '<h2>The toll</h2><p><strong>Six votes</strong> to <em>three</em>, says the board<a class="fn" id="ref-1" href="#note-1">[1]</a>.</p><ul><li><p>Mend the bridge</p><ul><li><p>Bolts first</p></li></ul></li><li><p>Dredge the channel</p></li></ul><ol><li><p>First</p></li></ol><table><tbody><tr><td>Year</td><td>Spent</td></tr></tbody></table><section class="notes"><p id="note-1"><a href="#ref-1">[1]</a> Minutes, page 4</p></section>',
    );
  });

  await t.test('from Google Docs, without its bold round everything and its detours', async () => {
    assert.equal(
      await pasted(docs),
      '<h2>The toll</h2><p><strong>Six votes</strong><em> to three</em>, see <a href="https://council.example/minutes">the minutes</a></p><ul><li><p>Mend the bridge</p></li></ul><table><tbody><tr><td>2025</td></tr></tbody></table>',
    );
  });

  await t.test('from a web page, without its scripts, frames and pictures', async () => {
    assert.equal(
      await pasted(web),
      '<h2>The toll</h2><p>Six votes to three.</p><blockquote cite="https://estuary.example/"><p>I would rather have bolts.</p></blockquote><p>Press <a href="https://a.example/">here</a></p><h4>Small</h4><ol><li><p>One</p></li></ol>',
    );
  });

  await t.test('and from the editor itself, whole', async () => {
    const first = await pasted(word);
    const id = /articles\/([0-9a-f-]{36})\//.exec(page.url())?.[1] ?? '';
    await page.goto(`${room.address}/desk/articles/${id}/`);
    await page.getByRole('textbox', { name: 'Text', exact: true }).click();
    await page.keyboard.press('Control+a');
    const copied = String(
      await page.evaluate(`(() => {
        const data = new DataTransfer();
        const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(event);
        return data.getData('text/html');
      })()`),
    );
    assert.match(copied, /data-pm-slice/);
    assert.equal(await pasted(copied), first);
  });

  await t.test('and nothing of it ran or was asked for', async () => {
    assert.equal(await page.evaluate('window.ran === undefined'), true);
    // The browser says so of each style in what is pasted, when it blocks it.
    assert.deepEqual(
      room.faults.filter((fault) => !fault.startsWith('error: Applying inline style')),
      [],
    );
  });
});
