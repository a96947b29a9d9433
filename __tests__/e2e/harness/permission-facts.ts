import { principalsOf } from '../../../contract/words';
import type { Grant } from '../../../modules/iam/permissions/explain';
import type { ResourceChange } from './workspace';

/** What is granted, as single facts: once of what is told, once of what Terraform makes. */

/** Whether the names of those who have a policy are known, and not only the ARN. */
export interface FactOptions {
  readonly namesKnown: boolean;
}

type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

const conditionsOf = (conditions: Conditions = {}): string =>
  Object.entries(conditions)
    .flatMap(([operator, byKey]) =>
      Object.entries(byKey).map(
        ([key, values]) => `${operator} ${key} ${[values].flat().sort().join('|')}`,
      ),
    )
    .sort()
    .join(' and ');

const inCanonicalOrder = (document: string): string =>
  JSON.stringify(JSON.parse(document), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value,
  );

/** A grant as single facts. */
export function toldFacts(grant: Grant, options: FactOptions): string[] {
  const { kind, granted_to, actions = [], resources = [], conditions } = grant;
  switch (kind) {
    case 'trust':
      return principalsOf(grant).flatMap((principal) =>
        actions.map((action) => `${principal} ${action} ${conditionsOf(conditions)}`),
      );
    case 'statement':
      return actions.flatMap((action) =>
        resources.map((resource) => `${action} ${resource} ${conditionsOf(conditions)}`),
      );
    case 'attached-policy':
      return granted_to.map((who) => has(options, who, grant.policy_arn ?? ''));
    case 'embedded-document':
      return [`document ${inCanonicalOrder(grant.document ?? '')}`];
    case 'boundary':
      return [`bounded by ${grant.policy_arn ?? ''}`];
  }
}

interface Statement {
  readonly Action: string | string[];
  readonly Resource?: string | string[];
  readonly Principal?: Readonly<Record<'AWS' | 'Service', string | string[]>>;
  readonly Condition?: Conditions;
}

function facts(document: string): string[] {
  const { Statement } = JSON.parse(document) as { Statement: Statement | Statement[] };
  return [Statement].flat().flatMap(({ Action, Resource, Principal, Condition }) =>
    [Action].flat().flatMap((action) => [
      ...[Resource ?? []].flat().map((one) => `${action} ${one} ${conditionsOf(Condition)}`),
      ...Object.values(Principal ?? {})
        .flat()
        .map((one) => `${one} ${action} ${conditionsOf(Condition)}`),
    ]),
  );
}

/** A resource as the same facts. */
export function foundFacts(
  { type, address, change }: Pick<ResourceChange, 'type' | 'address' | 'change'>,
  options: FactOptions,
): string[] {
  const after = change.after ?? {};
  const text = (name: string): string => after[name] as string;
  switch (type) {
    case 'aws_iam_role': {
      const boundary = after.permissions_boundary;
      const bounds =
        typeof boundary === 'string' && boundary !== '' ? [`bounded by ${boundary}`] : [];
      return [...facts(text('assume_role_policy')), ...bounds];
    }
    case 'aws_iam_policy':
      return facts(text('policy'));
    case 'aws_iam_role_policy':
      return address.includes('.inline[')
        ? [`document ${inCanonicalOrder(text('policy'))}`]
        : facts(text('policy'));
    case 'aws_iam_user_policy_attachment':
    case 'aws_iam_group_policy_attachment':
    case 'aws_iam_role_policy_attachment':
      return attached(type.split('_')[2] ?? '', after, options);
    default:
      return [];
  }
}

/** Policies that the same plan makes have no ARN yet; their statements are facts of their own. */
function attached(
  who: string,
  after: Readonly<Record<string, unknown>>,
  options: FactOptions,
): string[] {
  const { policy_arn: arn, [who]: name } = after;
  return typeof arn === 'string' ? [has(options, `${who}/${String(name)}`, arn)] : [];
}

/** A role that the same plan makes has no name yet. */
const has = ({ namesKnown }: FactOptions, who: string, arn: string): string =>
  `${namesKnown ? who : 'the role'} has ${arn}`;

/** What is told alone or made alone. */
export function disagreements(told: readonly string[], found: readonly string[]): string[] {
  return [
    ...[...new Set(found)].filter((one) => !told.includes(one)).map((one) => `not told: ${one}`),
    ...[...new Set(told)].filter((one) => !found.includes(one)).map((one) => `told alone: ${one}`),
  ];
}
