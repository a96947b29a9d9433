import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import * as type from '../../generator/types';
import { corePermissionInputs } from '../iam/core-permissions';
import { ownRole, roleName } from '../iam/names';
import { partitionInput } from '../iam/partition';
import { roleInputs } from '../iam/role';
import { s3Inputs, s3PolicyNameInput } from '../iam/s3-inputs';

const role = roleInputs({
  roleName: 'SSMInstanceProfile',
  description: 'Lets AWS Systems Manager manage EC2 instances.',
});

const unlessExisting = <T extends { readonly description: string }>(declared: T): T => ({
  ...declared,
  description: `${declared.description} Ignored if \`create_role\` is false.`,
});

export const inputs = {
  ...role,
  roleName: unlessExisting(role.roleName),
  description: unlessExisting(role.description),
  maxSessionDuration: unlessExisting(role.maxSessionDuration),
  forceDetachPolicies: unlessExisting(role.forceDetachPolicies),
  createRole: input.withDefault(type.bool, true, {
    samples: [{ value: false, with: { existingRoleName: 'ExistingRole' } }],
    description:
      'Create a role. False adds the permissions to the role that `existing_role_name` names; `permissions_boundary` and `trusted_services` must then be left out. If the role already has the core policy, set `core_policy` to null. Otherwise, removing the module detaches that policy.',
  }),
  existingRoleName: input.nullable(type.string, {
    description:
      'Name of the role that gets the permissions if `create_role` is false; otherwise null. May be unknown until apply.',
    nullIs: 'for none',
    rules: [roleName, ownRole],
    samples: [
      {
        value: 'ExistingRole',
        with: { createRole: false, createInstanceProfile: true },
        makes: { 'aws_iam_instance_profile.this[0].role': 'ExistingRole' },
      },
    ],
  }),
  createInstanceProfile: input.nullable(type.bool, {
    description:
      'Create an instance profile for the role. Null: only if `create_role` is true. A role created in the EC2 console already has one with the same name.',
    samples: [
      { value: false, makes: { 'length(aws_iam_instance_profile.this)': 0 } },
      {
        value: true,
        with: { createRole: false, existingRoleName: 'ExistingRole' },
        makes: { 'length(aws_iam_instance_profile.this)': 1 },
      },
    ],
  }),
  instanceProfileName: input.nullable(type.string, {
    description: "Name of the instance profile. Null: the role's name. Ignored if none is created.",
    samples: [
      {
        value: 'ExampleProfile',
        makes: { 'aws_iam_instance_profile.this[0].name': 'ExampleProfile' },
      },
    ],
  }),
  ...corePermissionInputs,
  ...s3Inputs,
  ...s3PolicyNameInput,
  ...partitionInput,
};

export type InstanceProfileProps = Props<typeof inputs>;
