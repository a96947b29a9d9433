import { catalog } from '../../../modules/catalog';
import { permissionsOf } from '../../../modules/iam/permissions/domain';
import { explain } from '../../../modules/iam/permissions/explain';
import type { Grant } from '../../../modules/iam/permissions/explain';
import { inputsScope } from '../../../modules/iam/permissions/inputs-scope';
import type { ResourceChange } from '../harness/workspace';
import type { Case } from './plan-many';

const ACCOUNT_OF_THE_EMULATOR = '123456789012';

/** What the model tells and the plan does not hold, or the other way round. */
export function unexplained(
  { module, inputs }: Pick<Case, 'module' | 'inputs'>,
  planned: readonly ResourceChange[],
): string[] {
  const definition = catalog.find(({ name }) => name === module);
  if (definition === undefined) {
    throw new Error(`no module ${module}`);
  }
  const scope = inputsScope(definition.inputs, {
    ...inputs,
    partition: inputs.partition ?? 'aws',
    account_id: inputs.account_id ?? ACCOUNT_OF_THE_EMULATOR,
  });
  const told = explain(permissionsOf(definition.domain), scope).flatMap((grant) =>
    told1(grant, module),
  );
  const found = planned.flatMap((change) => found1(change, module));
  return [
    ...[...new Set(found)].filter((one) => !told.includes(one)).map((one) => `not told: ${one}`),
    ...[...new Set(told)].filter((one) => !found.includes(one)).map((one) => `told alone: ${one}`),
  ];
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
function told1(grant: Grant, module: string): string[] {
  const { kind, granted_to, services = [], actions = [], resources = [], conditions } = grant;
  switch (kind) {
    case 'trust':
      return services.flatMap((service) =>
        actions.map((action) => `${service} ${action} ${conditionsOf(conditions)}`),
      );
    case 'statement':
      return actions.flatMap((action) =>
        resources.map((resource) => `${action} ${resource} ${conditionsOf(conditions)}`),
      );
    case 'attached-policy':
      return granted_to.map((who) => has(module, who, grant.policy_arn ?? ''));
    case 'embedded-document':
      return [`document ${inCanonicalOrder(grant.document ?? '')}`];
    case 'boundary':
      return [`bounded by ${grant.policy_arn ?? ''}`];
  }
}

interface Statement {
  readonly Action: string | string[];
  readonly Resource?: string | string[];
  readonly Principal?: { readonly Service: string | string[] };
  readonly Condition?: Conditions;
}

function facts(document: string): string[] {
  const { Statement } = JSON.parse(document) as { Statement: Statement | Statement[] };
  return [Statement]
    .flat()
    .flatMap(({ Action, Resource, Principal, Condition }) =>
      [Action]
        .flat()
        .flatMap((action) => [
          ...[Resource ?? []].flat().map((one) => `${action} ${one} ${conditionsOf(Condition)}`),
          ...[Principal?.Service ?? []]
            .flat()
            .map((one) => `${one} ${action} ${conditionsOf(Condition)}`),
        ]),
    );
}

/** A planned resource as the same facts. */
function found1({ type, address, change }: ResourceChange, module: string): string[] {
  const after = change.after ?? {};
  const text = (name: string): string => after[name] as string;
  switch (type) {
    case 'aws_iam_role': {
      const boundary = after.permissions_boundary;
      const bounds = typeof boundary === 'string' ? [`bounded by ${boundary}`] : [];
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
      return attached(type.split('_')[2] ?? '', after, module);
    default:
      return [];
  }
}

/** Policies that the same plan makes have no ARN yet; their statements are facts of their own. */
function attached(who: string, after: Readonly<Record<string, unknown>>, module: string): string[] {
  const { policy_arn: arn, [who]: name } = after;
  return typeof arn === 'string' ? [has(module, `${who}/${String(name)}`, arn)] : [];
}

/** A role that the same plan makes is not known yet; the others are. */
const has = (module: string, who: string, arn: string): string =>
  `${module === 'automation-user-access' ? who : 'the role'} has ${arn}`;
