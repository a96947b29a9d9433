import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import * as type from '../../generator/types';
import { corePermissionInputs } from '../iam/core-permissions';
import { instanceProfileName, ownRole, roleName } from '../iam/names';
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
      'Make a role. False adds the permissions to the role that `existing_role_name` names, and leaves that role otherwise alone; `permissions_boundary`, `trusted_services` and `exclusive_policies` are refused then. Set `core_policy` to null if the role has the core policy: taken out, the module would detach it.',
  }),
  existingRoleName: input.nullable(type.string, {
    description:
      'Name of the role that gets the permissions if `create_role` is false; it may be unknown until apply. Null with `create_role`.',
    nullIs: 'for none',
    rules: [roleName, ownRole],
    samples: [
      {
        value: 'ExistingRole',
        with: { createRole: false },
        makes: { 'aws_iam_instance_profile.this[0].role': 'ExistingRole' },
      },
    ],
  }),
  createInstanceProfile: input.nullable(type.bool, {
    description:
      'Make an instance profile that holds the role. Null: if the role is made. A role of the EC2 console has one already, of the same name.',
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
    description: "Name of the instance profile. Null: the role's name.",
    nullIs: "for the role's name",
    rules: [instanceProfileName],
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
