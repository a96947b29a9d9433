import { synthesize } from '../../../generator/interface';
import { publicationOf } from '../../../generator/publication';
import { cases, examples, tests, usage } from '../../../generator/readme/how-to';
import { callingModule } from '../../fixtures/calling-module';
import { noCompanions } from '../../fixtures/companions';
import { exampleModule } from '../../fixtures/example-module';

const { interface: model } = synthesize(exampleModule);
const lines = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');

test('a module is used from a registry, from git and from a folder', () => {
  const inputs = { thing_name: 'lamp' };
  const [one] = model.cases;
  const short = one === undefined ? [] : [one, { ...one, inputs }];

  expect(lines(usage({ ...model, cases: short }, publicationOf('2.1.0')))).toBe(`## Usage

From a registry:

\`\`\`hcl
module "example_thing" {
  source  = "NAMESPACE/ssm-iam/aws//modules/example-thing"
  version = "~> 2.1"

  thing_name = "lamp"
}
\`\`\`

From git:

\`\`\`hcl
module "example_thing" {
  source = "git::https://example.com/terraform-aws-ssm-iam.git//modules/example-thing?ref=v2.1.0"

  thing_name = "lamp"
}
\`\`\`

From a folder beside your configuration:

\`\`\`hcl
module "example_thing" {
  source = "./modules/example-thing"

  thing_name = "lamp"
}
\`\`\`

Put the namespace of the registry that you use in place of \`NAMESPACE\` (a private registry has its host name before it), and the host of your git repository in place of \`example.com\`.`);
});

test('the tests that come along are run where they are, without an account', () => {
  expect(lines(tests())).toBe(`## Tests

The tests in [tests](tests) plan with a mocked provider: they need no AWS account and no credentials. Terraform 1.7 or newer runs them, in the folder of the module:

\`\`\`sh
terraform init && terraform test
\`\`\``);
});

test('a module without cases has nothing to be given', () => {
  expect(lines(usage({ ...model, cases: [] }, publicationOf('2.1.0')))).toContain(
    '  source = "./modules/example-thing"\n}',
  );
});

test('a module above the others has no folder of its own', () => {
  const caller = synthesize(callingModule).interface;
  const text = lines(usage(caller, publicationOf('2.1.0')));

  expect(text).toContain('"NAMESPACE/ssm-iam/aws"');
  expect(text).toContain('"git::https://example.com/terraform-aws-ssm-iam.git?ref=v2.1.0"');
  expect(text).toContain('"./example-caller"');
  expect(lines(cases({ ...caller, cases: model.cases }, noCompanions))).toContain(
    'source = "./example-caller"',
  );
});

test('a case has a heading, a procedure, a block, and what comes to the page to the letter', () => {
  expect(lines(cases(model, noCompanions))).toBe(`## Procedures of the AWS guide

The module replaces the procedures of [this page](https://example.com/guide) and of its earlier editions, some of which allow more than the page does today.

### A lamp

For a light. In the AWS guide: "To make a lamp" ([the page today](https://example.com/guide#lamp)).

\`\`\`hcl
module "example_thing" {
  source = "./modules/example-thing"

  thing_name = "lamp"
  parts = [
    { part_name = "bulb" },
  ]
}
\`\`\`

As close as it gets to the edition that has this procedure: \`nick_name = "light"\`, \`parts = [{ part_name = "bulb", is_spare = true }]\`.`);
});

test('a case that is the page to the letter says no more', () => {
  const all = model.cases.map((one) => ({ ...one, toTheLetter: {} }));

  expect(lines(cases({ ...model, cases: all }, noCompanions))).toMatch(/\}\n```$/);
});

test('examples are shown from their files, the smaller one first', () => {
  const files = {
    'complete/main.tf': 'all = true\n',
    'complete/variables.tf': 'unseen\n',
    'minimal/main.tf': 'least = true\n',
  };

  expect(lines(examples(files))).toBe(`## Examples

Each example is a complete root module. Outside this folder, replace \`../..\` with one of the sources above.

### Minimal

The folder [examples/minimal](examples/minimal).

\`\`\`hcl
least = true
\`\`\`

### Complete

The folder [examples/complete](examples/complete).

\`\`\`hcl
all = true
\`\`\``);
  expect(examples({})).toEqual([]);
});
