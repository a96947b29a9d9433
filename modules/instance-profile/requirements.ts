import { TerraformLocal } from 'cdktf';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { hcl, quote, template } from '../../generator/hcl';
import { samplesOf } from '../../generator/inputs';
import type { References } from '../../generator/inputs';
import { snakeCase } from '../../generator/names';
import { precondition } from '../../generator/requirements';
import type { Requirement } from '../../generator/requirements';
import { nodeRequirements } from '../iam/node-permissions';
import { inputs } from './inputs';

type InstanceProfileRequirement = Requirement<typeof inputs>;

/** Either a role is made or an existing one is named; never both, never neither. */
const oneRole: InstanceProfileRequirement = {
  code: 'OneRole',
  about: ['createRole', 'existingRoleName'],
  message: (name, got) =>
    `${name('existingRoleName')} must be given exactly if ${name('createRole')} is false, got ${got('existingRoleName')} with ${name('createRole')} ${got('createRole')}; name the role that exists, or let one be made`,
  refused: { createRole: false },
  accepts: ({ createRole, existingRoleName }) => createRole === (existingRoleName === null),
  condition: (ref) => `${ref.createRole} == (${ref.existingRoleName} == null)`,
};

/** What only a role that is made here can be given; silence would look like having it. */
const NEW_ROLE_ONLY = [
  'roleName',
  'description',
  'permissionsBoundary',
  'maxSessionDuration',
  'forceDetachPolicies',
  'exclusivePolicies',
] as const;

type NewRoleInput = (typeof NEW_ROLE_ONLY)[number];

const NEW_ROLE_CODE = 'NewRoleOnly';

const unset = (input: NewRoleInput): unknown => inputs[input].default ?? null;

const newRoleMessage = (name: string, createRole: string, got: string): string =>
  `${name} must be left out if ${createRole} is false, got ${got}; set it where the role is made`;

function newRoleOnly(input: NewRoleInput): InstanceProfileRequirement {
  return {
    code: NEW_ROLE_CODE,
    about: ['createRole', input],
    message: (name, got) => newRoleMessage(name(input), name('createRole'), got(input)),
    refused: {
      createRole: false,
      existingRoleName: 'ExistingRole',
      [input]: samplesOf(inputs[input])[0]?.value,
    },
    accepts: (values) => values.createRole === true || values[input] === unset(input),
    condition: (ref) => `${ref.createRole} || ${ref[input]} == ${literal(unset(input))}`,
  };
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? quote(value) : String(value);

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly InstanceProfileRequirement[] = [
  oneRole,
  ...NEW_ROLE_ONLY.map(newRoleOnly),
  ...nodeRequirements,
];

type InputReferences = References<typeof inputs>;

/**
 * Those about the role as preconditions. Terraform evaluates each anew in every instance,
 * so what only a new role can be given is one of them, with a line for each
 * input that is given all the same.
 */
export function preconditions(
  scope: Construct,
  ref: InputReferences,
  instance: string,
): Precondition[] {
  const pairs = NEW_ROLE_ONLY.map(
    (input) => `${snakeCase(input)} = [${ref[input]}, ${literal(unset(input))}]`,
  );
  const line = newRoleMessage(
    template('name'),
    snakeCase('createRole'),
    template('jsonencode(given[0])'),
  );
  const given = hcl`[for name, given in { ${pairs.join(', ')} } : "${line}" if given[0] != given[1]]`;
  const lines = pin(new TerraformLocal(scope, 'new_role_inputs', template(given)));
  return [
    precondition(oneRole, ref, instance),
    {
      condition: template(`!(${instance}) || ${ref.createRole} || length(${lines}) == 0`),
      errorMessage: `${template(`join(" [${NEW_ROLE_CODE}]\\n", ${lines})`)} [${NEW_ROLE_CODE}]`,
    },
  ];
}
