import { moduleBlock } from '../../../generator/readme/module-block';

test('a module without inputs is a source', () => {
  expect(moduleBlock('x', { source: './modules/x' }, {})).toBe(
    'module "x" {\n  source = "./modules/x"\n}',
  );
});

test('inputs are aligned and written as literals of Terraform', () => {
  expect(
    moduleBlock(
      'x',
      { source: './x' },
      {
        a: 'text',
        longer: 5,
        b: false,
        c: null,
        d: [],
        e: ['one', 'two'],
        f: { key: 'value', other: 'x' },
      },
    ),
  ).toBe(`module "x" {
  source = "./x"

  a      = "text"
  longer = 5
  b      = false
  c      = null
  d      = []
  e      = ["one", "two"]
  f      = { key = "value", other = "x" }
}`);
});

// what terraform fmt does with a value that begins a bracket and does not end it on the line
test('objects in a list stand on lines of their own, and are not aligned to', () => {
  expect(
    moduleBlock(
      'x',
      { source: './x' },
      { flag: true, buckets: [{ name: 'a' }, { name: 'b', n: 1 }] },
    ),
  ).toBe(`module "x" {
  source = "./x"

  flag = true
  buckets = [
    { name = "a" },
    { name = "b", n = 1 },
  ]
}`);
});

test('a version is aligned with the source', () => {
  expect(moduleBlock('x', { source: 'a/b/c', version: '~> 1.2' }, {})).toBe(`module "x" {
  source  = "a/b/c"
  version = "~> 1.2"
}`);
});

test('a JSON document is written in the language and encoded', () => {
  const document = JSON.stringify({ Version: 'v', Statement: [{ Effect: 'Allow' }], Id: 'i' });

  expect(moduleBlock('x', { source: './x' }, { documents: { a: document, bc: '{no JSON' } }))
    .toBe(`module "x" {
  source = "./x"

  documents = {
    a = jsonencode({
      Version = "v"
      Statement = [
        { Effect = "Allow" },
      ]
      Id = "i"
    })
    bc = "{no JSON"
  }
}`);
});

test('what is too long for a line is broken', () => {
  const long = 'x'.repeat(50);

  expect(moduleBlock('x', { source: './x' }, { list: [long, long], map: { a: long, bc: long } }))
    .toBe(`module "x" {
  source = "./x"

  list = [
    "${long}",
    "${long}",
  ]
  map = {
    a  = "${long}"
    bc = "${long}"
  }
}`);
});

test('a text that happens to be JSON, but no object, stays a text; null needs no lines', () => {
  expect(moduleBlock('x', { source: './x' }, { port: '5', list: '[1]', nothing: [null] }))
    .toBe(`module "x" {
  source = "./x"

  port    = "5"
  list    = "[1]"
  nothing = [null]
}`);
});

test('what just fits on a line is not broken', () => {
  const fits = 'x'.repeat(86);

  expect(moduleBlock('x', { source: './x' }, { list: [fits] })).toContain(`list = ["${fits}"]`);
  expect(moduleBlock('x', { source: './x' }, { list: [`${fits}x`] })).toContain('list = [\n');
  const inMap = fits.slice(6);
  expect(moduleBlock('x', { source: './x' }, { map: { a: inMap } })).toContain(
    `{ a = "${inMap}" }`,
  );
  expect(moduleBlock('x', { source: './x' }, { map: { a: `${inMap}x` } })).toContain('map = {\n');
});

test('what holds objects or documents is broken, however short', () => {
  expect(moduleBlock('x', { source: './x' }, { a: { b: { c: 1 } }, d: { e: '{"f":1}' } }))
    .toBe(`module "x" {
  source = "./x"

  a = {
    b = { c = 1 }
  }
  d = {
    e = jsonencode({
      f = 1
    })
  }
}`);
});
