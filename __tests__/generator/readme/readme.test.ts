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
    '## Examples',
    '## Procedures of the AWS guide',
    '## Colours',
    '## What differs from the AWS page',
    '## Requirements',
    '## Providers',
    '## Modules',
    '## Resources',
    '## Inputs',
    '## Outputs',
    '## Rules and attributes of inputs',
    '## Tests',
    '## Upgrading',
  ]);
});

test('a README begins with a marker, its name, a sentence and a drawing', () => {
  expect(text).toMatch(
    /^<!-- Written by ssm-iam .* -->\n\n# example-thing\n\nA thing for tests\.\n\n```mermaid\nflowchart LR\n {2}lamp\["A lamp"\]\n```\n\nWhat it looks like\.\n\n## Usage\n/,
  );
});

test('a README ends with one newline', () => {
  expect(text).toMatch(/[^\n]\n$/);
});

test('a module without examples has no section for them', () => {
  expect(readme(model, noCompanions)).not.toContain('## Examples');
});
