import type { Assertion, Expectations } from '../../../generator/domain';
import { hcl, literalExpression, quote } from '../../../generator/hcl';
import { awsProvider } from '../aws-provider';
import { explain } from './explain';
import type { Grant } from './explain';
import type { Permission, PermissionsModel } from './model';
import type { Scope } from './placeholders';

/** What a module finds where `partition` and `account_id` do not say it. */
const FOUND: Readonly<Record<string, unknown>> = {
  ...awsProvider.mocks.aws_partition,
  ...awsProvider.mocks.aws_caller_identity,
};

/**
 * What the planned policies and attachments of a module have to be for given inputs.
 *
 * Statements are compared without regard to their order, to that of what they
 * list, and to whether a single text stands in a list.
 */
export function planAssertions(model: PermissionsModel): Expectations {
  const all = carriers(model.permissions);
  return (given, instancesOf) => {
    const known = Object.entries(given).map(([name, value]) => [name, value ?? FOUND[name]]);
    const granted = explain(model, Object.fromEntries(known) as Scope);
    return all.flatMap(({ kind, address }) => {
      const grants = granted.filter((grant) => grant.kind === kind && grant.address === address);
      return kind === 'attached-policy'
        ? attachments(address, grants, instancesOf)
        : contents(kind, address, grants, instancesOf);
    });
  };
}

type Carrier = Pick<Permission, 'kind' | 'address'>;
type InstancesOf = Parameters<Expectations>[1];

/** Each resource that carries permissions, once for each of their kinds. */
function carriers(permissions: readonly Permission[]): Carrier[] {
  const isFirst = ({ kind, address }: Carrier, at: number): boolean =>
    permissions.findIndex((one) => one.kind === kind && one.address === address) === at;
  // a boundary is an argument of its own, which holds nothing but the input
  return permissions.filter((one, at) => one.kind !== 'boundary' && isFirst(one, at));
}

/** One policy is attached to users, groups and roles by resources that differ in their type alone. */
function attachments(
  address: string,
  grants: readonly Grant[],
  instancesOf: InstancesOf,
): Assertion[] {
  return ['user', 'group', 'role'].flatMap((principal) => {
    const resource = address.replace(/^aws_iam_[a-z]+_/, `aws_iam_${principal}_`);
    const instances = instancesOf(resource);
    const arns = grants.flatMap(({ granted_to, policy_arn = '' }) =>
      granted_to.filter((to) => to.startsWith(`${principal}/`)).map(() => quote(policy_arn)),
    );
    const found = `[for one in ${instances ?? ''} : one.policy_arn]`;
    return instances === undefined ? [] : [same(found, arns, `${resource} must attach what`)];
  });
}

function contents(
  kind: Permission['kind'],
  address: string,
  grants: readonly Grant[],
  instancesOf: InstancesOf,
): Assertion[] {
  const instances = instancesOf(address);
  if (instances === undefined) {
    return [];
  }
  switch (kind) {
    case 'embedded-document': {
      const documents = grants.map(({ document = '' }) => quote(document));
      return [
        same(`[for one in ${instances} : one.policy]`, documents, `${address} must embed what`),
      ];
    }
    case 'trust':
      return [same(trustsIn(instances), grants.flatMap(trustRows), `${address} must trust whom`)];
    default:
      return [
        same(statementsIn(instances), grants.map(statementRow), `${address} must allow what`),
      ];
  }
}

const LISTED = (element: string): string => `sort(flatten([statement.${element}]))`;
const CONDITION = hcl`{ for operator, tests in try(statement.Condition, {}) :
  operator => { for key, values in tests : key => sort(flatten([values])) } }`;

const trustsIn = (instances: string): string =>
  hcl`flatten([for statement in flatten([for one in ${instances} : jsondecode(one.assume_role_policy).Statement]) :
    [for kind, names in statement.Principal : [for name in flatten([names]) : jsonencode({
      Effect = statement.Effect, Principal = { (kind) = name }, Action = ${LISTED('Action')}, Condition = ${CONDITION} })]]])`;

const statementsIn = (instances: string): string =>
  hcl`[for statement in flatten([for one in ${instances} : jsondecode(one.policy).Statement]) : jsonencode({
    Effect = statement.Effect, Action = ${LISTED('Action')}, Resource = ${LISTED('Resource')}, Condition = ${CONDITION} })]`;

const trustRows = ({ services = [], accounts = [], actions, conditions }: Grant): string[] =>
  [...services.map((Service) => ({ Service })), ...accounts.map((AWS) => ({ AWS }))].map(
    (Principal) => row({ Principal, Action: actions, Condition: conditions }),
  );

const statementRow = ({ actions, resources, conditions }: Grant): string =>
  row({ Action: actions, Resource: resources, Condition: conditions });

const row = (elements: object): string =>
  `jsonencode(${literalExpression(sorted({ Effect: 'Allow', ...elements }))})`;

/** With lists in the order in which Terraform sorts texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return [...(value as string[])].sort();
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sorted(item)]))
    : value;
}

/** Lists are compared as texts, for an empty one has no type. */
function same(found: string, expected: readonly string[], message: string): Assertion {
  return {
    condition: `jsonencode(sort(${found})) == jsonencode(sort([${expected.join(', ')}]))`,
    message: `${message} the inputs name, and nothing else`,
  };
}
