import {
  block,
  facts,
  isSafe,
  joined,
  link,
  listOf,
  markup,
  worded,
  prose,
  table,
} from '../../../publisher/site/markup';

const HOSTILE = `<script>alert('1')</script>" onmouseover="x" &amp;`;

test('what is put into a template is text, markup stays markup', () => {
  expect(
    markup`<p title="${HOSTILE}">${markup`<b>${'a & b'}</b>`}${['<', 1, undefined]}</p>`.text,
  ).toBe(
    '<p title="&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onmouseover=&quot;x&quot; &amp;amp;"><b>a &amp; b</b>&lt;1</p>',
  );
});

test.each([
  'https://docs.aws.amazon.com/x?y=1#z',
  'HTTPS://example.com',
  '#anchor',
  'index.html',
  'a.b/c',
  '../x',
  './x',
  '/x',
  'x#y',
  'x.tar.gz?archive=tar.gz',
])('%s is a place to go to', (address) => {
  expect(isSafe(address)).toBe(true);
});

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'http://example.com',
  '//example.com',
  '/\\example.com',
  'https:///x',
  'vbscript:x',
  'mailto:a@example.com',
  '',
])('%j is none', (address) => {
  expect(isSafe(address)).toBe(false);
  expect(link(address, 'a text').text).toBe('a text');
});

test('a link has its address and text escaped', () => {
  expect(link('x/"><b>', '<b>').text).toBe('<a href="x/&quot;&gt;&lt;b&gt;">&lt;b&gt;</a>');
});

test('backticks in a sentence hold code', () => {
  expect(prose('Like `a<b>` and `c`.').text).toBe(
    'Like <code>a&lt;b&gt;</code> and <code>c</code>.',
  );
  expect(prose('One ` alone.').text).toBe('One ` alone.');
});

test('one thing is no list', () => {
  expect(listOf(['a']).text).toBe('a');
  expect(listOf(['a', 'b']).text).toBe('<ul><li>a</li><li>b</li></ul>');
  expect(joined(['a', 'b', 'c'], ' & ').text).toBe('a &amp; b &amp; c');
});

test('code is reached by keys', () => {
  expect(block('a < b', 'Code').text).toBe(
    '<pre tabindex="0" role="group" aria-label="Code"><code>a &lt; b</code></pre>',
  );
});

test('terms of which nothing is said are left out', () => {
  const { text } = facts([
    ['Who', 'nobody'],
    ['Why', undefined],
    ['How', []],
  ]);

  expect(text).toContain('<dt>Who</dt><dd>nobody</dd>');
  expect(text.match(/<dt>/g)).toHaveLength(1);
});

test('a table names its columns and rows', () => {
  const { text } = table('A & B', ['Name', 'What'], [['n', 'w']]);

  expect(text).toContain('<caption>A &amp; B</caption>');
  expect(text).toContain('<th scope="col">What</th>');
  expect(text).toContain('<tr><th scope="row">n</th><td>w</td></tr>');
});

test('code in a phrase is code, and the words around it are texts', () => {
  expect(worded(['its ', { code: '<a>' }, ' & more']).text).toBe(
    'its <code>&lt;a&gt;</code> &amp; more',
  );
});
