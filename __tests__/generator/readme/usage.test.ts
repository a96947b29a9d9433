import { moduleBlock } from '../../../generator/readme/usage';

test('a module without inputs is a source', () => {
  expect(moduleBlock('x', './modules/x', {})).toBe('module "x" {\n  source = "./modules/x"\n}');
});

test('inputs are aligned and written as literals of Terraform', () => {
  expect(
    moduleBlock('x', './x', {
      a: 'text',
      longer: 5,
      b: false,
      c: null,
      d: [],
      e: ['one', 'two'],
      f: { key: 'value', other: 'x' },
    }),
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
  expect(moduleBlock('x', './x', { flag: true, buckets: [{ name: 'a' }, { name: 'b', n: 1 }] }))
    .toBe(`module "x" {
  source = "./x"

  flag = true
  buckets = [
    { name = "a" },
    { name = "b", n = 1 },
  ]
}`);
});

test('a text that Terraform would read as a template is escaped', () => {
  expect(moduleBlock('x', './x', { home: 'home/${aws:username}' })).toContain(
    'home = "home/$${aws:username}"',
  );
});

test('a key that is no identifier is quoted', () => {
  expect(moduleBlock('x', './x', { tags: { 'cost center': 'a', Team: 'b' } })).toContain(
    'tags = { "cost center" = "a", Team = "b" }',
  );
});
