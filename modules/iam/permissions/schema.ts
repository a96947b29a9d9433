import { flag, list, page, record, shape, text } from '../../../generator/json-schema';

/**
 * JSON Schemas of what a module can grant, by the keys under which it stands in
 * `interface.json`; `model.ts` is the same for TypeScript.
 *
 * @see https://json-schema.org/draft/2020-12
 */

const strings = { type: 'array', items: { type: 'string' }, minItems: 1 } as const;

const when = list(
  shape({
    value: text(
      'Path of the value that is tested: an input, or a part of what for_each runs over.',
    ),
    test: {
      enum: ['is', 'is-not', 'contains', 'is-empty', 'is-not-empty'],
    },
    'operands?': {
      type: 'array',
      items: { type: ['string', 'boolean', 'null'] },
      minItems: 1,
      description: 'One of them is enough; absent for the tests on emptiness.',
    },
  }),
  'Tests of which all have to hold; none: always.',
);

const forEach = text('Path of a collection: there is one of this for each element.');

const terms = list(
  shape({
    text: text('A text; ${...} stands for an input, see the description of permissions.'),
    'when?': when,
    'for_each?': forEach,
  }),
  'Texts that are there under conditions, or once for each element of a collection.',
);

const conditions = list(
  shape({
    operator: text('Condition operator of IAM, like StringEquals.'),
    key: text('Condition key, like aws:SourceAccount.'),
    values: terms,
  }),
  'Conditions of the statement, all of which a request has to fulfil.',
);

const granted = {
  id: text('Stable name within the module.'),
  address: text('Address of the resource that carries it.'),
  when,
  'for_each?': forEach,
  granted_to: {
    ...terms,
    description: 'Who gets it, like role/${role_name}; empty: nobody until it is attached.',
  },
  by_default: flag('Whether it is granted with the defaults of all inputs.'),
  reason: text('Why it is needed.'),
  see: page('The AWS page that asks for it.'),
};

const arn = text('ARN of the policy.');

const permission = {
  oneOf: [
    shape({ kind: { const: 'trust' }, ...granted, services: terms, actions: terms, conditions }),
    shape({
      kind: { const: 'statement' },
      ...granted,
      actions: terms,
      resources: terms,
      conditions,
    }),
    shape({
      kind: { const: 'attached-policy' },
      ...granted,
      policy_arn: arn,
      'managed_policy?': text('Its name in managed_policies, if it is one of AWS.'),
    }),
    shape({
      kind: { const: 'embedded-document' },
      ...granted,
      document: text('The JSON document of the caller.'),
    }),
    shape({ kind: { const: 'boundary' }, ...granted, policy_arn: arn }),
  ],
};

const managedStatement = shape({
  Effect: { enum: ['Allow', 'Deny'] },
  Action: strings,
  Resource: strings,
  'Condition?': record(record({ anyOf: [{ type: 'string' }, strings] })),
});

export const permissionSchemas = {
  permissions: list(
    permission,
    'All that the module can grant. In texts ${path} is the input of that name, ${each.key} and ${each.value.name} are what for_each runs over, ${tables.name[path]} is looked up (and the text left out if there is nothing, and a statement without a resource), ${literally(path)} is the input with *, ? and $ escaped as ${*}, ${?} and ${$}, ${folder(path)} is a prefix with a slash at its end, or nothing.',
  ),
  tables: record(record({ type: 'string' }), 'Values that texts look up, by table and key.'),
  managed_policies: record(
    shape({
      as_of: { type: 'string', format: 'date', description: 'The day on which AWS had it so.' },
      statements: list(managedStatement, 'Its statements.'),
    }),
    "What AWS's own policies allowed on a day, by name; AWS can change them at any time.",
  ),
};
