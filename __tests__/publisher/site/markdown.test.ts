import { readMarkdown } from '../../../publisher/site/markdown';
import type { Reading } from '../../../publisher/site/markdown';
import { codes, elements, texts } from '../../fixtures/site-reader';

const PLAIN: Reading = {
  prefix: '',
  deeper: 0,
  leftOut: new Set(),
  code: (code) => code,
  link: (address) => address,
};
const read = (text: string, reading: Partial<Reading> = {}): string =>
  readMarkdown(text, { ...PLAIN, ...reading }).text;

test('headings have the anchors of GitHub, each its own; that of the page is left out', () => {
  const text = '# Title\n\nLead.\n\n## A `b`, c\n\n## A b c\n\n### Ä_ö!';
  const ids = (page: string, level: string): (string | null)[] =>
    elements(page, level).map(({ id }) => id);

  expect(ids(read(text), 'h2')).toEqual(['a-b-c', 'a-b-c-1']);
  expect(ids(read(text, { prefix: 'x-', deeper: 1 }), 'h3')).toEqual(['x-a-b-c', 'x-a-b-c-1']);
  expect(ids(read(text, { deeper: 1 }), 'h4')).toEqual(['ä_ö']);
  expect(texts(read(text), 'p')).toEqual(['Lead.']);
  expect(read(text)).not.toContain('Title');
});

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;'],
  ['<img src=x onerror=alert(1)>', '&lt;img'],
  ['a <b onmouseover="x">b</b>', '&lt;b onmouseover'],
  ['[x](javascript:alert(1))', 'x'],
  ['[x](JaVaScRiPt&#58;alert(1))', 'x'],
  ['[x](data:text/html;base64,AAAA)', 'x'],
  ['[x](data:image/png;base64,AAAA)', '<p>x</p>'],
  ['[x](http://example.com)', '<p>x</p>'],
  ['[x](//example.com)', '<p>x</p>'],
  ['[x](https://example.com "a title")', '<a href="https://example.com">x</a>'],
  ['<https://example.com/?a&b>', 'href="https://example.com/?a&amp;b"'],
  ['![a "picture" & more](https://example.com/x.png)', '<p>a &quot;picture&quot; &amp; more</p>'],
  ['`"><script>`', '<code>&quot;&gt;&lt;script&gt;</code>'],
  ['```"><script>\nx\n```', 'aria-label="Code, &quot;&gt;&lt;script&gt;"'],
])('%s does nothing', (text, expected) => {
  const found = read(text);

  expect(found).toContain(expected);
  expect(found).not.toMatch(/<script|<img|<b |href="(?!https:)|style=/i);
});

test('a link that leads nowhere is its text, beside others that lead somewhere', () => {
  const link = (address: string): string | undefined => (address === '#a' ? address : undefined);

  expect(read('[one](b) [*two*](#a) [three](c)', { link })).toBe(
    '<p>one <a href="#a"><em>two</em></a> three</p>\n',
  );
});

test('comments are left out, and drawings', () => {
  const text = '<!-- one -->\n\nText.\n\n<!-- two\nlines -->\n\n```mermaid\nx\n```';

  expect(read(text)).toBe('<p>Text.</p>\n');
});

test('of what terraform-docs has for GitHub, a break of a line in a cell remains', () => {
  const cell = '<a name="input_x"></a> [x](#input_x) `<br>`<br/><pre>[<br>]</pre><br onclick="y">';
  const found = read(`| a |\n| - |\n| ${cell} |`, { link: () => undefined });

  expect(found).toContain(
    '<td>x <code>&lt;br&gt;</code><br>[<br>]&lt;br onclick=&quot;y&quot;&gt;</td>',
  );
});

test('sections that are told elsewhere are left out, with what is below them', () => {
  const known: string[] = [];
  const found = read('## One\n\nA.\n\n### Below\n\n## Two\n\nB [c](#below).', {
    leftOut: new Set(['One']),
    link: (address, anchors) => {
      known.push(...anchors);
      return anchors.has(address.slice(1)) ? address : undefined;
    },
  });

  expect(found).toBe('<h2 id="two">Two</h2>\n<p>B c.</p>\n');
  expect(known).toEqual(['two']);
});

test('code is shown as the caller wants it, and what is wide scrolls by itself', () => {
  const text = '| a |\n| :-: |\n| b |\n\n- x\n\n  ```hcl\n  y\n  ```';
  const found = read(text, { code: (code) => code.toUpperCase() });

  expect(codes(found)).toEqual(['Y']);
  expect(texts(found, '.scroll[tabindex="0"] th[scope="col"]')).toEqual(['a']);
  expect(found).not.toContain('style');
});
