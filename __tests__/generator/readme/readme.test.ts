import { synthesize } from '../../../generator/interface';
import { readme } from '../../../generator/readme/readme';
import { noCompanions } from '../../fixtures/companions';
import { exampleModule } from '../../fixtures/example-module';

const { interface: model } = synthesize(exampleModule);
const examples = { 'example-thing': { 'minimal/main.tf': 'nothing = true\n' } };
const text = readme(model, { ...noCompanions, examples });

test('a README has its sections in the order in which a user reads', () => {
  expect(text.match(/^#{1,2} .*$/gm)).toEqual([
    '# example-thing',
    '## Usage',
    '## Inputs',
    '## Outputs',
    '## Requirements',
    '## Resources',
    '## Colours',
    '## Diagram',
    '## Procedures of the AWS guide',
    '## What differs from the AWS page',
    '## Rules and attributes of inputs',
    '## Examples',
    '## Tests',
    '## Upgrading',
  ]);
});

test('a README begins with a marker, its name, a sentence, and what the module says of itself', () => {
  expect(text).toMatch(
    /^<!-- Written by ssm-iam .* -->\n\n# example-thing\n\nA thing for tests\.\n\nWhat it looks like\.\n\n## Usage\n/,
  );
});

test('a drawing has its legend below, if there are any', () => {
  const { diagram: _, legend: __, overview: ___, ...plain } = model.domain;

  expect(text).toContain(
    '## Diagram\n\n```mermaid\nflowchart LR\n  lamp["A lamp"]\n```\n\nBoxes are lamps.\n\n## ',
  );
  expect(readme({ ...model, domain: plain }, noCompanions)).toMatch(
    /A thing for tests\.\n\n## Usage(?![\s\S]*## Diagram)/,
  );
});

test('a README ends with one newline', () => {
  expect(text).toMatch(/[^\n]\n$/);
});

test('a module without examples has no section for them', () => {
  expect(readme(model, noCompanions)).not.toContain('## Examples');
});
