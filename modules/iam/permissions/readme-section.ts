import { casesInWords, grantedInWords, principalsOf, textOf } from '../../../contract/words';
import type { Phrase } from '../../../contract/words';
import { cell, code, link, table } from '../../../generator/readme/markdown';
import type {
  Permission,
  PermissionsModel,
  StatementCondition,
  StatementPermission,
  Term,
  TrustPermission,
  When,
} from './model';
import { replacePlaceholders } from './placeholders';

const LINES = '<br>';

/** When, what, on what, and why. */
type Row = readonly [string, string, string, string];

/**
 * The README's section on what a module lets whom do, a row for each statement.
 *
 * @param byDefault ids of what is granted with the defaults
 */
export function permissionsSection(
  model: PermissionsModel,
  byDefault: ReadonlySet<string>,
): string[] {
  const trusts = model.permissions.filter((one) => one.kind === 'trust');
  const others = model.permissions.filter((one) => one.kind !== 'trust');
  return [
    '## Permissions',
    INTRODUCTION,
    ...(trusts.length === 0 ? [] : ['### Who may assume the role', trustTable(trusts, byDefault)]),
    '### What it allows',
    table(
      ['Granted', 'What', 'On', 'Why'],
      merged(others.map((permission) => row(gathered(permission), byDefault))),
    ),
    ...stars(model.managed_policies),
  ];
}

const INTRODUCTION =
  'These tables list everything that the module can grant. In an ARN, a name in angle brackets is the value of that input, or of that attribute of the element. `<each>` is the element itself. [interface.json](interface.json) holds the same as data.';

function trustTable(trusts: readonly TrustPermission[], byDefault: ReadonlySet<string>): string {
  return table(
    ['Granted', 'Who', 'Why'],
    trusts.map((trust) => [
      granted(trust, byDefault),
      withConditions(terms(principalsOf(trust)), trust.conditions),
      why(trust),
    ]),
  );
}

type Other = Exclude<Permission, TrustPermission>;

/** The same, with what its only resource is repeated for said of the whole row. */
function gathered(permission: Other): Other {
  const [only, ...others] = permission.kind === 'statement' ? permission.resources : [];
  if (only?.for_each === undefined || only.otherwise !== undefined || others.length > 0) {
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

/** Rows that grant the same actions at the same time, as one. */
function merged(rows: readonly Row[]): Row[] {
  return rows.reduce<Row[]>((all, next) => {
    const [when, what, on, reason] = next;
    const same = all.findIndex((one) => one[0] === when && one[1] === what);
    return same < 0
      ? [...all, next]
      : all.map((one, at) =>
          at === same ? [when, what, one[2] + LINES + on, `${one[3]} ${reason}`] : one,
        );
  }, []);
}

function row(permission: Other, byDefault: ReadonlySet<string>): Row {
  return [granted(permission, byDefault), ...content(permission), why(permission)];
}

/** What, and on which resources under which conditions. */
function content(permission: Other): [string, string] {
  switch (permission.kind) {
    case 'statement':
      return [
        terms(permission.actions),
        withConditions(resources(permission), permission.conditions),
      ];
    case 'attached-policy':
      return permission.managed_policy === undefined
        ? ['that policy', 'see the policy']
        : [`${pageOf(permission.managed_policy)}, a policy of AWS`, 'see the policy'];
    case 'embedded-document':
      return ['that document', 'see the document'];
    case 'boundary':
      return ['nothing', `caps everything at ${code(named(permission.policy_arn))}`];
  }
}

/** A list that is too long for a cell is in a file beside the README. */
const resources = ({ resources: all }: StatementPermission): string =>
  all.some(({ text }) => text.includes('${tables.'))
    ? `the objects in AWS's buckets of the region, listed in ${link('agent-buckets.json', 'agent-buckets.json')}`
    : terms(all);

function granted({ id, when, for_each }: Permission, byDefault: ReadonlySet<string>): string {
  const words = cell(inMarkdown(grantedInWords(when, for_each)));
  return byDefault.has(id) && words !== 'always' ? `**by default**, ${words}` : words;
}

const why = ({ reason, see }: Permission): string => `${cell(reason)} [AWS](${see})`;

const inMarkdown = (phrase: Phrase): string => textOf(phrase, (text) => code(named(text)));

export const terms = (all: readonly Term[]): string => all.map(term).join(LINES);

function term({ text, ...cases }: Term): string {
  const { when = [], for_each } = cases;
  if (text === EACH && for_each !== undefined && when.length === 0) {
    return `each of ${code(for_each)}`;
  }
  return `${code(named(text))}${inMarkdown(casesInWords(cases))}`;
}

const EACH_PATH = 'each.value';
const EACH = `\${${EACH_PATH}}`;

/** Condition operators in words. */
const OPERATORS: Readonly<Record<string, string>> = {
  ArnEquals: 'is',
  BoolIfExists: 'is absent or',
  ArnLike: 'is like',
  StringEquals: 'is',
  StringLike: 'is like',
};

export function withConditions(text: string, conditions: readonly StatementCondition[]): string {
  const tests = conditions.map(
    ({ operator, key, values, for_each }) =>
      `${code(named(key))} ${OPERATORS[operator] ?? operator} ${values.map(term).join(' or ')}${inMarkdown(casesInWords({ ...(for_each !== undefined && { for_each }) }))}`,
  );
  return tests.length === 0 ? text : `${text}${LINES}only if ${tests.join(' and ')}`;
}

/** A text as a reader takes it: `<name>` in place of an input or of an attribute. */
const named = (text: string): string =>
  replacePlaceholders(text, ({ path, does }) => {
    const [last = path] = path.split('.').reverse();
    return `<${path === EACH_PATH ? 'each' : last}>${does === 'folder' ? '/' : ''}`;
  });

const pageOf = (policy: string): string =>
  link(policy, `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${policy}.html`);

/** What AWS's own policies allow on everything; their pages have the rest. */
function stars(policies: PermissionsModel['managed_policies']): string[] {
  const all = Object.entries(policies);
  const [first] = all;
  if (first === undefined) {
    return [];
  }
  return [
    "### Actions on a star in AWS's policies",
    `As of ${first[1].as_of}, in the partition \`aws\`. AWS can change its policies at any time. The linked pages show the current versions.`,
    table(
      ['Policy', 'Version', 'Actions on `*`'],
      all.map(([name, { version, updated, statements }]) => {
        const onStar = statements.filter(({ Resource }) => Resource.includes('*'));
        const actions = onStar.flatMap(({ Action }) => Action).map(code);
        const since = `${version}, ${updated}`;
        return [pageOf(name), since, actions.length === 0 ? 'none' : actions.join(', ')];
      }),
    ),
  ];
}
