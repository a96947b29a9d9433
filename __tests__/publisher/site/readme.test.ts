import { readMarkdown } from '../../../publisher/site/readme';
import type { Reading } from '../../../publisher/site/readme';
import { Markup } from '../../../publisher/site/markup';

const PLAIN: Reading = {
  leftOut: new Set(),
  section: () => undefined,
  drawing: () => undefined,
  code: (code) => code,
  link: (address) => address,
};
const read = (text: string, reading: Partial<Reading> = {}): string =>
  readMarkdown(text, { ...PLAIN, ...reading }).content.text;

test('headings have the anchors of GitHub, each its own, and none of the page itself', () => {
  const text = '# Title\n\nLead.\n\n## A `b`, c\n\n## A b c\n\n### Content\n\n## Ä_ö!';

  expect(readMarkdown(text, PLAIN).parts).toEqual([
    ['A b, c', 'a-b-c'],
    ['A b c', 'a-b-c-1'],
    ['Ä_ö!', 'ä_ö'],
  ]);
  expect(read(text)).toBe(
    '<p>Lead.</p>\n<h2 id="a-b-c">A <code>b</code>, c</h2>\n<h2 id="a-b-c-1">A b c</h2>\n<h3 id="content-1">Content</h3>\n<h2 id="ä_ö">Ä_ö!</h2>\n',
  );
});

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;'],
  ['<img src=x onerror=alert(1)>', '&lt;img'],
  ['a <b onmouseover="x">b</b>', '&lt;b onmouseover'],
  ['[x](javascript:alert(1))', 'x'],
  ['[x](JaVaScRiPt&#58;alert(1))', 'x'],
  ['[x](data:text/html;base64,AAAA)', 'x'],
  ['[x](http://example.com)', '<p>x</p>'],
  ['[x](//example.com)', '<p>x</p>'],
  ['<https://example.com/?a&b>', 'href="https://example.com/?a&amp;b"'],
  ['![a "picture" & more](https://example.com/x.png)', '<p>a "picture" &amp; more</p>'],
  ['`"><script>`', '<code>"&gt;&lt;script&gt;</code>'],
])('%s does nothing', (text, expected) => {
  const found = read(text);

  expect(found).toContain(expected);
  expect(found).not.toMatch(/<script|<img|<b |href="(?!https:)/i);
});

test('the language of code is text, too', () => {
  expect(read('```"><script>\nx < y\n```')).toBe(
    '<pre tabindex="0" role="group" aria-label="Code, &quot;&gt;&lt;script&gt;"><code>x &lt; y\n</code></pre>\n',
  );
});

test('comments are left out, but not those within code', () => {
  expect(read('<!-- one -->\n\nText.\n\n<!-- two\nlines -->\n\n```\n<!-- kept -->\n```')).toBe(
    '<p>Text.</p>\n<pre tabindex="0" role="group" aria-label="Code"><code>&lt;!-- kept --&gt;\n</code></pre>\n',
  );
});

test('sections that are told elsewhere are left out, and come back under no anchor', () => {
  const text = '## One\n\nA.\n\n### Below\n\n## Two\n\nB [c](#below).';
  const anchors: string[] = [];
  const found = readMarkdown(text, {
    ...PLAIN,
    leftOut: new Set(['One']),
    link: (address, known) => {
      anchors.push(...known);
      return known.has(address.slice(1)) ? address : undefined;
    },
  });

  expect(found.content.text).toBe('<h2 id="two">Two</h2>\n<p>B c.</p>\n');
  expect(found.parts).toEqual([['Two', 'two']]);
  expect(anchors).toContain('two');
});

test('a section keeps its heading when something else stands in its place', () => {
  const codes: string[] = [];
  const found = read('## One\n\nA.\n\n```hcl\nx\n```\n\n## Two\n\nB.', {
    section: (heading, inside) => {
      codes.push(...inside);
      return heading === 'One' ? new Markup('<hr>') : undefined;
    },
  });

  expect(found).toBe('<h2 id="one">One</h2>\n<hr><h2 id="two">Two</h2>\n<p>B.</p>\n');
  expect(codes).toEqual(['x\n']);
});

test('code may become a drawing or another code', () => {
  const found = read('```mermaid\na\n```\n\n```hcl\nb\n```', {
    drawing: (language, code) =>
      language === 'mermaid' ? new Markup(`<svg>${code.trim()}</svg>`) : undefined,
    code: (code) => code.replace('b', 'c'),
  });

  expect(found).toContain('<svg>a</svg>');
  expect(found).toContain('<code>c\n</code>');
});

test('what is wide scrolls by itself', () => {
  const found = read('| a |\n| - |\n| b |\n\n- x\n\n  ```\n  y\n  ```');

  expect(found).toContain(
    '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>',
  );
  expect(found).toContain('<p>x</p>\n<pre tabindex="0"');
  expect(found).toContain('<th scope="col">a</th>');
});
