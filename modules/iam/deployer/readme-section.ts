import type { DeployerStatement } from '../../../contract/deployer';
import { code, link, table } from '../../../generator/readme/markdown';
import { awsPage } from '../aws-pages';
import type { Term } from '../permissions/model';
import { terms, withConditions } from '../permissions/readme-section';
import { WITHOUT_PATH } from './statements';

const STEPS = ['plan', 'create', 'update', 'destroy'] as const;
type Step = (typeof STEPS)[number];

const HEADING = '## What your pipeline needs';
const NEEDED =
  "Terraform's credentials need these actions. Each step also needs those under Plan; a change that adds or removes resources also needs those under Create or Destroy.";
const NOT_THERE =
  'Where `path` is not `/`, reading roles and instance profiles is also needed without the path: IAM does not know the path of what does not exist.';
const PRINT = `To get an IAM policy for your inputs, run ${code('ssm-iam explain <module> --deployer')}. ${link('interface.json', 'interface.json')} has the same as data.`;
const KEEP =
  'If you rename, move or remove something, keep the old permissions until the change is applied.';
const LIMIT = `A pipeline that can write or attach policies can grant any permission. To limit it, require a ${link('permissions boundary', awsPage.boundaries)} with the condition key \`iam:PermissionsBoundary\`.`;

/** The README's section on what whoever deploys a module has to be allowed. */
export function deployerSection(statements: readonly DeployerStatement[]): string[] {
  const told = statements.filter(({ sid }) => !sid.endsWith(WITHOUT_PATH));
  const more = told.length < statements.length ? [NOT_THERE] : [];
  return [
    HEADING,
    [NEEDED, ...more, PRINT, KEEP, LIMIT].join(' '),
    table(['Resource', 'Plan', 'Create', 'Update', 'Destroy'], byResource(told).map(row)),
  ];
}

interface Row {
  readonly resources: readonly Term[];
  readonly statements: readonly DeployerStatement[];
}

/** Each resource once, with all that is needed on it; those with the same needs in one row. */
function byResource(statements: readonly DeployerStatement[]): Row[] {
  const rows = new Map<string, Row>();
  for (const term of inAnyCase(statements.flatMap(({ resources }) => resources))) {
    const needed = statements.filter(({ resources }) =>
      inAnyCase(resources).some(({ text }) => text === term.text),
    );
    const key = needed.map(({ sid }) => sid).join();
    const resources = [...(rows.get(key)?.resources ?? []), term];
    rows.set(key, { resources, statements: needed });
  }
  return [...rows.values()];
}

const row = ({ resources, statements }: Row): string[] => [
  terms(resources),
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
    .map(({ text, for_each = '' }) => ({
      // `<user>` is one of `users`
      text: text.replace('${each.value}', `\${${for_each.replace(/s$/, '')}}`),
    }))
    .filter(({ text }, at, texts) => texts.findIndex((one) => one.text === text) === at);
