import { synthesize } from '../../../generator/interface';
import { differences, rules, upgrades } from '../../../generator/readme/limits';
import { exampleModule } from '../../fixtures/example-module';

const { interface: model } = synthesize(exampleModule);
const lines = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');

test('a difference says what AWS has, what the module has, and why', () => {
  expect(lines(differences(model))).toBe(
    String.raw`## What differs from the AWS page

| AWS | This module | Why |
| --- | ----------- | --- |
| A spare\_bulb comes along. [(page)](https://example.com/spares) | Only with §is_spare§. | Most need none. |`.replaceAll(
      '§',
      '`',
    ),
  );
  expect(differences({ ...model, differences: [] })).toEqual([]);
});

test('inputs have their attributes, and their rules with code and page', () => {
  expect(lines(rules(model))).toBe(
    String.raw`## Rules and attributes of inputs

A value that breaks a rule is refused at plan. The message ends with the code. Terraform ignores a misspelt attribute of an object and gives no message: the default applies.

### Objects of parts

| Attribute | Description | Type | Default |
| --------- | ----------- | ---- | ------- |
| part\_name | Name of the part. | §string§ | required |
| is\_spare | Whether it is a spare. | §bool§ | §false§ |

### Rules

| Input | Rule | Code |
| ----- | ---- | ---- |
| nick\_name | must be 1 to 8 lower-case letters | [LowerCase](https://example.com/names) |
| thing\_name | must be 1 to 8 lower-case letters | [LowerCase](https://example.com/names) |`.replaceAll(
      '§',
      '`',
    ),
  );
});

test('all rules of an input are one row, and a rule of a part names it', () => {
  const rule = { code: 'C', must: 'must be *', remedy: '', see: 'https://x.y' };
  const all = [rule, { ...rule, code: 'D', part: 'each part_name' }];
  const inputs = model.inputs.map((input) => ({ ...input, rules: all }));

  expect(lines(rules({ ...model, inputs }))).toContain(
    String.raw`| parts | must be \*<br>each part\_name must be \* | [C](https://x.y)<br>[D](https://x.y) |`,
  );
});

test('what inputs demand of each other has a table of its own', () => {
  const one = { code: 'C', inputs: ['thing_name', 'parts'], must: 'parts must be *', remedy: '' };

  expect(lines(rules({ ...model, requirements: [one] }))).toContain(
    String.raw`### Rules between inputs

| Inputs | Rule | Code |
| ------ | ---- | ---- |
| thing\_name, parts | parts must be \* | C |`,
  );
  expect(lines(rules(model))).not.toContain('between');
});

test('inputs without rules have no table of them', () => {
  const inputs = model.inputs.map((input) => ({ ...input, rules: [], attributes: [] }));

  expect(rules({ ...model, inputs })).toEqual([]);
});

test('Terraform is said to ignore misspelt attributes once, and only where there are objects', () => {
  const told = (inputs: typeof model.inputs): number =>
    lines(rules({ ...model, inputs })).split('Terraform ignores a misspelt attribute').length - 1;
  const [one] = model.inputs.filter(({ attributes }) => attributes.length > 0);
  const others = model.inputs.filter(({ attributes }) => attributes.length === 0);

  expect(one === undefined ? 0 : told([...others, one, { ...one, name: 'more' }])).toBe(1);
  expect(told(others)).toBe(0);
});

test('who upgrades is sent to the changelog, which stands at the root', () => {
  const call = { name: 'lamp', source: './modules/lamp' };

  expect(lines(upgrades(model))).toContain('[changelog](../../CHANGELOG.md)');
  expect(lines(upgrades({ ...model, modules: [call] }))).toContain('[changelog](CHANGELOG.md)');
});
