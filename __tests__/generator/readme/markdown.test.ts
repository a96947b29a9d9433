import {
  anchored,
  cell,
  code,
  fenced,
  link,
  name,
  prose,
  table,
} from '../../../generator/readme/markdown';

test('a table has a header, a rule and a line for each row', () => {
  expect(
    table(
      ['Name', 'Type'],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ),
  ).toBe('| Name | Type |\n| ---- | ---- |\n| a | b |\n| c | d |');
});

test('a table without rows is a header', () => {
  expect(table(['Name'], [])).toBe('| Name |\n| ---- |');
  expect(table(['a:b'], [])).toBe('| a:b |\n| --- |');
});

test('a column whose header begins with a colon is centred', () => {
  expect(table(['A', ':Required'], [['a', 'no']])).toBe(
    '| A | Required |\n| - | :------: |\n| a | no |',
  );
});

test('a sentence in a cell is read as it stands, and its code as code', () => {
  expect(prose('use _a*b_ <c> [d] \\ e|f or `x_y*z`')).toBe(
    String.raw`use \_a\*b\_ \<c> \[d] \\ e\|f or ${'`x_y*z`'}`,
  );
});

test('a link has its text and its target', () => {
  expect(link('page', 'https://example.com')).toBe('[page](https://example.com)');
});

test('a pipe or a newline does not end a cell', () => {
  expect(cell('a|b||c\nd')).toBe(String.raw`a\|b\|\|c d`);
});

test('code keeps its pipe inside a table', () => {
  expect(code('a|b_c')).toBe('`a\\|b_c`');
});

test('underscores of a name are no emphasis', () => {
  expect(name('role_name_x')).toBe(String.raw`role\_name\_x`);
});

test('the row of an input can be linked to', () => {
  expect(anchored('input', 'role_name')).toBe(
    String.raw`<a name="input_role_name"></a> [role\_name](#input\_role\_name)`,
  );
});

test('the row of an output can be linked to', () => {
  expect(anchored('output', 'arn')).toBe(String.raw`<a name="output_arn"></a> [arn](#output\_arn)`);
});

test('a block of code names its language', () => {
  expect(fenced('hcl', 'a = 1')).toBe('```hcl\na = 1\n```');
});
