import type { DeployerStatement } from '../../../contract/deployer';
import { code, link, table } from '../../../generator/readme/markdown';
import { awsPage } from '../aws-pages';
import type { Term } from '../permissions/model';
import { terms, withConditions } from '../permissions/readme-section';

const STEPS = ['plan', 'create', 'update', 'destroy'] as const;
type Step = (typeof STEPS)[number];

const HEADING = '## What your pipeline needs';
const KEEP =
  'Before you rename, move or remove something, keep the policy of the earlier inputs as well until the change is applied.';
const CAUTION = `Whoever may write policies or attach them can give those who get them any permission. To keep the pipeline within bounds, require a ${link('permissions boundary', awsPage.boundaries)} with the condition key \`iam:PermissionsBoundary\`, or keep what it may change under a path of its own.`;

/** The README's section on what whoever deploys a module has to be allowed, a row for each kind of resource. */
export const deployerSection = (statements: readonly DeployerStatement[]): string[] => [
  HEADING,
  `The credentials with which Terraform runs need the actions in this table. Every step also needs the actions of the plan. ${code('ssm-iam explain')} with ${code('--deployer')} prints an IAM policy with those that your inputs ask for, and ${link('interface.json', 'interface.json')} has all statements as data. ${KEEP} ${CAUTION}`,
  table(['On', 'Plan', 'Create', 'Update', 'Destroy'], byKind(statements).map(row)),
];

function byKind(statements: readonly DeployerStatement[]): DeployerStatement[][] {
  const kinds = new Map<string, DeployerStatement[]>();
  for (const statement of statements) {
    const [, kind = ''] = /:([a-z-]+)[/$][^:]+$/.exec(statement.resources[0]?.text ?? '') ?? [];
    kinds.set(kind, [...(kinds.get(kind) ?? []), statement]);
  }
  return [...kinds.values()];
}

const row = (statements: readonly DeployerStatement[]): string[] => [
  terms(inAnyCase(statements.flatMap(({ resources }) => resources))),
  ...STEPS.map((step) => {
    const plain = statements.filter(({ conditions }) => conditions.length === 0);
    const all = unique(plain.flatMap(({ actions }) => actions[step]));
    return [...all.map(code), ...statements.flatMap((one) => conditioned(one, step))].join('<br>');
  }),
];

/** The actions of a statement with conditions. */
const conditioned = ({ actions, conditions }: DeployerStatement, step: Step): string[] =>
  conditions.length === 0
    ? []
    : actions[step].map((action) =>
        withConditions(
          code(action),
          conditions.map(({ values, ...test }) => ({ ...test, values: inAnyCase(values) })),
        ),
      );

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** The texts without the inputs that they hang on: the table would be hard to read. */
const inAnyCase = (all: readonly Term[]): Term[] =>
  all
    .map(({ when: _, ...term }) => term)
    .filter(({ text }, at) => all.findIndex((one) => one.text === text) === at);
