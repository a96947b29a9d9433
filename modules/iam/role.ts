import type { Construct } from 'constructs';
import { IamRole } from '../../aws-bindings';
import { address } from '../../generator/address';
import { carry } from '../../generator/blocks';
import { countIf } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import { input } from '../../generator/inputs';
import type { References } from '../../generator/inputs';
import * as type from '../../generator/types';
import { boundaryArn } from './arns';
import { path } from './names';
import { rolePolicyInputs } from './role-policies';
import { tagsInput } from './tags';
import { trustedServicesInput } from './trust-policy';

/** The inputs of every module that makes a role. */
export function roleInputs(defaults: {
  readonly roleName: string;
  readonly description: string;
  /** @default - / */
  readonly path?: string;
}) {
  return {
    roleName: input.withDefault(type.string, defaults.roleName, {
      description: 'Name of the role, unique in the account without regard to case.',
      samples: [{ value: 'ExampleRole' }],
    }),
    path: input.withDefault(type.string, defaults.path ?? '/', {
      description: 'Path of the role and of what is created with it. Must begin and end with `/`.',
      rules: [path],
      samples: [{ value: '/example/', with: { regions: ['us-east-2'] } }],
    }),
    description: input.withDefault(type.string, defaults.description, {
      description: 'Description of the role.',
      samples: [{ value: 'An example.' }],
    }),
    permissionsBoundary: input.nullable(type.string, {
      description: 'ARN of the permissions boundary of the role. Null sets none.',
      nullIs: 'for none',
      rules: [boundaryArn],
      samples: [{ value: 'arn:aws:iam::123456789012:policy/Example' }],
    }),
    maxSessionDuration: input.withDefault(type.number, 3600, {
      description: 'Longest session of the role in seconds, 3600 to 43200.',
      samples: [{ value: 7200 }],
    }),
    forceDetachPolicies: input.withDefault(type.bool, false, {
      description: 'Before destroying the role, detach policies that others attached to it.',
    }),
    ...trustedServicesInput,
    ...rolePolicyInputs,
    ...tagsInput,
  };
}

type RoleReferences = References<ReturnType<typeof roleInputs>>;

/**
 * Defines the role itself; what it may do is attached apart from it.
 *
 * Policies refer to it by its id. That is its name, but unknown while the role is replaced
 * under the same name, as a new path does it. The provider takes every policy off the old role;
 * by the name Terraform would not see that the new one needs them again.
 *
 * @param trustPolicy the trust policy as JSON
 * @param wanted condition under which there is a role: the address is then that of a list. Always, if left out
 */
export function createRole(
  scope: Construct,
  ref: RoleReferences,
  trustPolicy: Expr<string>,
  wanted?: Expr<boolean>,
): Expr<IamRole> {
  const role = new IamRole(scope, 'this', {
    ...(wanted && { count: countIf(wanted) }),
    name: ref.roleName.asString(),
    path: ref.path.asString(),
    description: ref.description.asString(),
    assumeRolePolicy: trustPolicy.asString(),
    permissionsBoundary: ref.permissionsBoundary.asString(),
    maxSessionDuration: ref.maxSessionDuration.asNumber(),
    forceDetachPolicies: ref.forceDetachPolicies,
    tags: ref.tags.asStringMap(),
  });
  carry(scope, role);
  return address(role);
}
