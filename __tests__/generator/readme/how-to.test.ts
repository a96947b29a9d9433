import { synthesize } from '../../../generator/interface';
import { publicationOf } from '../../../generator/publication';
import { cases, examples, takeOver, tests, usage } from '../../../generator/readme/how-to';
import { callingModule } from '../../fixtures/calling-module';
import { noCompanions } from '../../fixtures/companions';
import { exampleModule } from '../../fixtures/example-module';

const { interface: model } = synthesize(exampleModule);
const lines = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');

test('a module is used from a folder, from git and from a registry', () => {
  const inputs = { thing_name: 'lamp' };
  const [one] = model.cases;
  const short = one === undefined ? [] : [one, { ...one, inputs }];

  expect(lines(usage({ ...model, cases: short }, publicationOf('2.1.0')))).toBe(`## Usage

\`\`\`hcl
module "example_thing" {
  source = "./ssm-iam/modules/example-thing"

  thing_name = "lamp"
}
\`\`\`

This example uses the folder \`ssm-iam\` next to your configuration, a copy of the published repository or of the folder \`generated\` in the source repository. After the first release, you can write this, with the host of your git repository for \`example.com\` and the namespace in your registry for \`NAMESPACE\`, preceded by the host name if it is private:

| From | In the block |
| ---- | ------------ |
| git | \`source = "git::https://example.com/terraform-aws-ssm-iam.git//modules/example-thing?ref=v2.1.0"\` |
| a registry | \`source = "NAMESPACE/ssm-iam/aws//modules/example-thing"\` and \`version = "~> 2.1"\` |`);
});

test('the tests that come along are run where they are, without an account', () => {
  expect(lines(tests())).toBe(`## Tests

The tests in [tests](tests) plan with a mocked provider, so they need no AWS account. Run them in the folder of the module, with Terraform 1.7 or newer:

\`\`\`sh
terraform init && terraform test
\`\`\``);
});

test('a module without cases has nothing to be given', () => {
  expect(lines(usage({ ...model, cases: [] }, publicationOf('2.1.0')))).toContain(
    '  source = "./ssm-iam/modules/example-thing"\n}',
  );
});

test('a module above the others has no folder of its own', () => {
  const caller = synthesize(callingModule).interface;
  const text = lines(usage(caller, publicationOf('2.1.0')));

  expect(text).toContain('"NAMESPACE/ssm-iam/aws"');
  expect(text).toContain('"git::https://example.com/terraform-aws-ssm-iam.git?ref=v2.1.0"');
  expect(text).toContain('"./ssm-iam"');
  expect(lines(cases({ ...caller, cases: model.cases }, noCompanions))).toContain(
    'source = "./ssm-iam"',
  );
});

test('a case has a heading, a procedure, a block, and what comes to the page to the letter', () => {
  expect(lines(cases(model, noCompanions))).toBe(`## Procedures of the AWS guide

The module replaces the procedures of [this page](https://example.com/guide) and of its earlier editions. Some of those allow more than the page does today.

### A lamp

For a light. In the AWS guide: "To make a lamp" ([the page today](https://example.com/guide#lamp)).

\`\`\`hcl
module "example_thing" {
  source = "./ssm-iam/modules/example-thing"

  thing_name = "lamp"
  parts = [
    { part_name = "bulb" },
  ]
}
\`\`\`

To match this procedure of the AWS guide as closely as possible, set \`nick_name = "light"\`, \`parts = [{ part_name = "bulb", is_spare = true }]\`.`);
});

test('a case that is the page to the letter says no more', () => {
  const all = model.cases.map((one) => ({ ...one, toTheLetter: {} }));

  expect(lines(cases({ ...model, cases: all }, noCompanions))).toMatch(/\}\n```$/);
});

test('examples are linked to, the smaller one first', () => {
  const files = {
    'complete/main.tf': 'all = true\n',
    'complete/variables.tf': 'unseen\n',
    'minimal/main.tf': 'least = true\n',
    'take-over/main.tf': 'told = "by itself"\n',
  };

  expect(lines(examples(files))).toBe(`## Examples

Complete root modules: [examples/minimal](examples/minimal) and [examples/complete](examples/complete). To use one elsewhere, replace \`../..\` with one of the sources under [Usage](#usage).`);
  expect(examples({})).toEqual([]);
});

test('what imports by hand-made names has a section, and only where there is such an example', () => {
  const text = lines(takeOver({ 'take-over/main.tf': '' }));

  expect(text).toMatch(
    /^## Take over what exists\n\n.*\[examples\/take-over\]\(examples\/take-over\)/,
  );
  expect(text).toContain('The plan must not destroy or replace anything.');
  expect(text).toContain(
    'the changes under [What differs from the AWS page](#what-differs-from-the-aws-page)',
  );
  expect(takeOver({ 'minimal/main.tf': '' })).toEqual([]);
});
