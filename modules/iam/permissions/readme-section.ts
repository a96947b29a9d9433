import { conditionInWords, grantedInWords, termInWords, textOf } from '../../../contract/words';
import type { Phrase } from '../../../contract/words';
import { cell, code, table } from '../../../generator/readme/markdown';
import type {
  ManagedStatement,
  Permission,
  PermissionsModel,
  StatementCondition,
  StatementPermission,
  Term,
  TrustPermission,
  When,
} from './model';

const LINES = '<br>';

/**
 * The README's section on what a module lets whom do, statement by statement.
 *
 * @param byDefault ids of what is granted with the defaults
 */
export function permissionsSection(
  model: PermissionsModel,
  byDefault: ReadonlySet<string>,
): string[] {
  const trusts = model.permissions.filter((one) => one.kind === 'trust');
  const others = model.permissions.filter((one) => one.kind !== 'trust');
  const content = [
    ...(trusts.length === 0 ? [] : ['### Who may assume the role', trustTable(trusts, byDefault)]),
    '### What it allows',
    table(
      ['Granted', 'What', 'On', 'Only if', 'Why'],
      others.map((permission) => row(gathered(permission), byDefault)),
    ),
    ...managedPolicies(model.managed_policies),
  ];
  return ['## Permissions', [ALL, ...notationsIn(content.join())].join(' '), ...content];
}

const ALL =
  'This section lists all that the module can grant. `interface.json` holds the same as data.';

/** What begins a notation, and what it means. */
const NOTATIONS = [
  ['${', '`${...}` stands for an input.'],
  ['${each.', '`${each...}` stands for the element that a row is repeated for.'],
  [
    '${tables.',
    '`${tables...}` stands for a value that `interface.json` lists. Where it lists none, the resource is left out, and a row without resources grants nothing.',
  ],
  [
    '${literally(',
    '`${literally(...)}` is an input in which `*`, `?` and `$` stand for themselves.',
  ],
  ['${folder(', '`${folder(...)}` is a prefix that ends with a slash, or nothing.'],
] as const;

const notationsIn = (text: string): string[] =>
  NOTATIONS.filter(([begin]) => text.includes(begin)).map(([, meaning]) => meaning);

function trustTable(trusts: readonly TrustPermission[], byDefault: ReadonlySet<string>): string {
  return table(
    ['Granted', 'Who', 'Only if', 'Why'],
    trusts.map((trust) => [
      granted(trust, byDefault),
      terms(trust.services),
      conditions(trust.conditions),
      why(trust),
    ]),
  );
}

type Other = Exclude<Permission, TrustPermission>;

/** The same, with what its only resource is repeated for said of the whole row. */
function gathered(permission: Other): Other {
  const [only, ...others] = permission.kind === 'statement' ? permission.resources : [];
  if (only?.for_each === undefined || others.length > 0) {
    return permission;
  }
  const { text, for_each, when = [] } = only;
  const isSaid = (one: When): boolean => one.value === for_each && one.test === 'is-not-empty';
  return {
    ...(permission as StatementPermission),
    for_each,
    when: [...permission.when.filter((one) => !isSaid(one)), ...when],
    resources: [{ text }],
  };
}

function row(permission: Other, byDefault: ReadonlySet<string>): string[] {
  return [granted(permission, byDefault), ...content(permission), why(permission)];
}

/** What, on which resources, under which conditions. */
function content(permission: Other): string[] {
  switch (permission.kind) {
    case 'statement':
      return [
        terms(permission.actions),
        terms(permission.resources),
        conditions(permission.conditions),
      ];
    case 'attached-policy':
      return permission.managed_policy === undefined
        ? [`the policy ${code(permission.policy_arn)}`, 'what it says', '']
        : [
            `AWS managed policy [${permission.managed_policy}](#${anchor(permission.managed_policy)})`,
            'what it says',
            '',
          ];
    case 'embedded-document':
      return [`the document ${code(permission.document)}`, 'what it says', ''];
    case 'boundary':
      return [`nothing beyond the policy ${code(permission.policy_arn)}`, 'everything', ''];
  }
}

function granted({ id, when, for_each }: Permission, byDefault: ReadonlySet<string>): string {
  const words = cell(inMarkdown(grantedInWords(when, for_each)));
  return byDefault.has(id) && words !== 'always' ? `by default: ${words}` : words;
}

const why = ({ reason, see }: Permission): string => `${cell(reason)} [AWS](${see})`;

const inMarkdown = (phrase: Phrase): string => textOf(phrase, code);

const terms = (all: readonly Term[]): string =>
  all.map((term) => inMarkdown(termInWords(term))).join(LINES);

const conditions = (all: readonly StatementCondition[]): string =>
  all.map((condition) => inMarkdown(conditionInWords(condition))).join(LINES);

const anchor = (heading: string): string => heading.toLowerCase();

function managedPolicies(policies: PermissionsModel['managed_policies']): string[] {
  return Object.entries(policies).flatMap(([name, { as_of, statements }]) => [
    `### ${name}`,
    `[AWS's own policy](https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html), as it was on ${as_of} in the partition \`aws\`. AWS can change it at any time.`,
    table(['Actions', 'Resources', 'Only if'], statements.map(managedRow)),
  ]);
}

function managedRow({ Action, Resource, Condition = {} }: ManagedStatement): string[] {
  const tests = Object.entries(Condition).flatMap(([operator, byKey]) =>
    Object.entries(byKey).map(
      ([key, values]) => `${code(key)} ${operator} ${[values].flat().map(code).join(' or ')}`,
    ),
  );
  return [Action.map(code).join(', '), Resource.map(code).join(LINES), tests.join(LINES)];
}
