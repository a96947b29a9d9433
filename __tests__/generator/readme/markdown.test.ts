import { anchored, cell, code, fenced, name, table } from '../../../generator/readme/markdown';

test('a table has a header, a rule and a line for each row', () => {
  expect(
    table(
      ['Name', 'Type'],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ),
  ).toBe('| Name | Type |\n| --- | --- |\n| a | b |\n| c | d |');
});

test('a table without rows is a header', () => {
  expect(table(['Name'], [])).toBe('| Name |\n| --- |');
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
