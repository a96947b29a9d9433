import { z } from 'zod';
import { flag, list, page, record, shape, text } from './pieces';

/**
 * What a module can grant: the part of its contract that a security reviewer
 * reads, in the words of IAM. What stands in texts is told at `permissions`.
 */

const strings = z.array(z.string()).min(1).readonly();

const test = shape({
  value: text('Path of the value that is tested: an input, or a part of what for_each runs over.'),
  test: z.enum([
    'is',
    'is-not',
    'contains',
    'does-not-contain',
    'starts-with',
    'is-empty',
    'is-not-empty',
  ]),
  operands: z
    .array(z.union([z.string(), z.boolean(), z.null()]))
    .min(1)
    .readonly()
    .describe('One of them is enough; absent for the tests on emptiness.')
    .exactOptional(),
});

export const when = list(test, 'Tests of which all have to hold; none: always.');

const for_each = text(
  'Path of a collection: there is one of this for each element.',
).exactOptional();

const term = shape({
  text: text('A text; ${...} stands for an input, see the description of permissions.'),
  when: when.exactOptional(),
  for_each,
  otherwise: text('What stands for an element of for_each where there is none.').exactOptional(),
});

export const terms = list(
  term,
  'Texts that are there under conditions, or once for each element of a collection.',
);

export const condition = shape({
  operator: text('Condition operator of IAM, like StringEquals.'),
  key: text('Condition key, like aws:SourceAccount.'),
  values: terms,
  for_each,
});

const granted = {
  id: text('Stable name within the module.'),
  address: text('Address of the resource that carries it.'),
  when,
  for_each,
  granted_to: terms.describe(
    'Who gets it, like role/${role_name}; empty: nobody until it is attached.',
  ),
  by_default: flag('Whether it is granted with the defaults of all inputs.'),
  reason: text('Why it is needed.'),
  see: page('The AWS page that asks for it.'),
};

const asks = {
  actions: terms,
  conditions: list(condition, 'Conditions of the statement, all of which a request has to fulfil.'),
};

const policy_arn = text('ARN of the policy.');

const permission = z.discriminatedUnion('kind', [
  shape({
    kind: z.literal('trust'),
    ...granted,
    ...asks,
    services: terms,
    accounts: terms
      .describe('ARNs of the AWS accounts, where it trusts these and no service.')
      .exactOptional(),
  }),
  shape({ kind: z.literal('statement'), ...granted, ...asks, resources: terms }),
  shape({
    kind: z.literal('attached-policy'),
    ...granted,
    policy_arn,
    managed_policy: text('Its name in managed_policies, if it is one of AWS.').exactOptional(),
  }),
  shape({
    kind: z.literal('embedded-document'),
    ...granted,
    document: text('The JSON document of the caller.'),
  }),
  // no grant: it bounds all of them
  shape({ kind: z.literal('boundary'), ...granted, policy_arn }),
]);

const managedStatement = shape({
  Effect: z.enum(['Allow', 'Deny']),
  Action: strings,
  Resource: strings,
  Condition: z
    .record(z.string(), z.record(z.string(), z.union([z.string(), strings])))
    .readonly()
    .exactOptional(),
});

const managedPolicy = shape({
  as_of: z.iso.date().describe('The day on which AWS had it so.'),
  version: text('Its version on that day, like v9.'),
  updated: z.iso.date().describe('The day on which AWS last changed it.'),
  statements: list(managedStatement, 'Its statements.'),
});

export const permissionsShape = {
  permissions: list(
    permission,
    'All that the module can grant. In texts ${path} is the input of that name, ${each.key} and ${each.value.name} are what for_each runs over, ${tables.name[path]} is looked up (and the text left out if there is nothing, and a statement without a resource), ${folder(path)} is a prefix with a slash at its end, or nothing, and ${executions(path)} is the ARN of a state machine with execution for stateMachine, ${relative(path)} is a name without a slash at its beginning.',
  ),
  tables: record(
    z.record(z.string(), z.string()).readonly(),
    'Values that texts look up, by table and key.',
  ),
  managed_policies: record(
    managedPolicy,
    "What AWS's own policies allowed on a day, by name; AWS can change them at any time.",
  ),
};

export type When = z.infer<typeof test>;
export type Term = z.infer<typeof term>;
export type Condition = z.infer<typeof condition>;
/** What an object of each kind holds. */
export type PermissionByKind = z.infer<typeof permission>;

type KeyOf<T> = T extends unknown ? keyof T : never;
type At<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type Flat<T> = Pick<T, keyof T> & { readonly [K in Exclude<KeyOf<T>, keyof T>]?: At<T, K> };

/** A permission of any kind: what others hold is absent. */
export type Permission = Flat<PermissionByKind>;

export type ManagedStatement = z.infer<typeof managedStatement>;
export type ManagedPolicy = z.infer<typeof managedPolicy>;
