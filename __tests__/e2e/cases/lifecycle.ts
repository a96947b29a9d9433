import { awsPolicy } from './account';

/** A module call whose inputs change, and what the root makes of its outputs. */
interface Case {
  readonly module: string;
  readonly before: object;
  readonly after: object;
  /** Same before and after. */
  readonly common?: object;
  /** Resources of the caller, by type. */
  readonly caller?: (self: string) => Readonly<Record<string, object>>;
}

const INLINE = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::own/*' }],
});
const s3 = { regions: ['us-east-2'] };
const policies = {
  inline_policies: { own: INLINE },
  additional_policy_arns: { reader: awsPolicy('ReadOnlyAccess') },
};
const all = { ...s3, ...policies };

/** The caller attaches a policy of its own to the role, by its name. */
const attachment = (self: string) => ({
  aws_iam_role_policy_attachment: {
    role: `\${module.${self}.role_name}`,
    policy_arn: awsPolicy('AmazonSSMPatchAssociation'),
  },
});
/** The same where the role may be replaced under its name: the ARN is unknown then, the name is not. */
const attachmentByArn = (self: string) => ({
  aws_iam_role_policy_attachment: {
    role: `\${basename(module.${self}.role_arn)}`,
    policy_arn: awsPolicy('AmazonSSMPatchAssociation'),
  },
});
const launchTemplate = (self: string) => ({
  aws_launch_template: {
    name: self,
    iam_instance_profile: { name: `\${module.${self}.instance_profile_name}` },
  },
});
/** Terraform makes everything that this needs before it destroys what was there. */
const createdFirst = (self: string) => ({
  aws_launch_template: {
    name_prefix: self,
    iam_instance_profile: { name: `\${module.${self}.instance_profile_name}` },
    lifecycle: { create_before_destroy: true },
  },
});

export const cases: Readonly<Record<string, Case>> = {
  hybrid_role_name: {
    module: 'hybrid-service-role',
    common: all,
    before: { role_name: 'HybridA' },
    after: { role_name: 'HybridB' },
    caller: attachment,
  },
  hybrid_path: {
    module: 'hybrid-service-role',
    common: { ...all, role_name: 'HybridPath' },
    before: { path: '/a/' },
    after: { path: '/b/' },
    caller: attachmentByArn,
  },
  automation_role_name: {
    module: 'automation-service-role',
    common: policies,
    before: { role_name: 'AutomationA' },
    after: { role_name: 'AutomationB' },
  },
  automation_path: {
    module: 'automation-service-role',
    common: { ...policies, role_name: 'AutomationPath' },
    before: { path: '/a/' },
    after: { path: '/b/' },
    caller: attachmentByArn,
  },
  administration_role_name: {
    module: 'automation-administration-role',
    common: policies,
    before: { role_name: 'AdministrationA' },
    after: { role_name: 'AdministrationB', execution_role_name: 'ExecutionB' },
  },
  execution_path: {
    module: 'automation-execution-role',
    common: {
      ...policies,
      role_name: 'ExecutionPath',
      administration_account_id: '210987654321',
    },
    before: { path: '/a/' },
    after: { path: '/b/', organization_id: 'o-exampleorgid' },
    caller: attachmentByArn,
  },
  users: {
    module: 'automation-user-access',
    common: {
      automation_role_arn: '${module.automation_path.role_arn}',
      roles: ['${aws_iam_role.existing.name}'],
    },
    before: { policy_name: 'PassA', path: '/a/' },
    after: { policy_name: 'PassB', path: '/b/' },
  },
  role_and_profile_name: {
    module: 'instance-profile',
    common: all,
    before: { role_name: 'InstancesA' },
    after: { role_name: 'InstancesB' },
    caller: (self) => ({ ...attachment(self), ...launchTemplate(self) }),
  },
  role_name_of_profile: {
    module: 'instance-profile',
    common: { ...s3, instance_profile_name: 'Kept' },
    before: { role_name: 'KeptA' },
    after: { role_name: 'KeptB' },
    caller: launchTemplate,
  },
  profile_name: {
    module: 'instance-profile',
    common: { role_name: 'ProfileName' },
    before: { instance_profile_name: 'ProfileA' },
    after: { instance_profile_name: 'ProfileB' },
    caller: launchTemplate,
  },
  profile_path: {
    module: 'instance-profile',
    common: { ...all, role_name: 'ProfilePath' },
    before: { path: '/a/' },
    after: { path: '/b/' },
    caller: (self) => ({ ...attachmentByArn(self), ...launchTemplate(self) }),
  },
  s3_policy_name: {
    module: 'instance-profile',
    common: { ...s3, role_name: 'PolicyName' },
    before: { s3_policy_name: 'PolicyNameA' },
    after: { s3_policy_name: 'PolicyNameB' },
  },
  existing_role: {
    module: 'instance-profile',
    common: all,
    before: { role_name: 'NotYetExisting' },
    after: { create_role: false, existing_role_name: '${aws_iam_role.existing.name}' },
    caller: attachment,
  },
  existing_role_in_profile: {
    module: 'instance-profile',
    common: {
      ...s3,
      create_instance_profile: true,
      instance_profile_name: 'Switched',
      s3_policy_name: 'Switched',
    },
    before: { role_name: 'Switched' },
    after: { create_role: false, existing_role_name: '${aws_iam_role.other.name}' },
    caller: launchTemplate,
  },
  no_profile: {
    module: 'instance-profile',
    common: { ...s3, role_name: 'NoProfile' },
    before: {},
    after: { create_instance_profile: false },
  },
  created_first: {
    module: 'instance-profile',
    common: all,
    before: { role_name: 'FirstA' },
    after: { role_name: 'FirstB' },
    caller: createdFirst,
  },
  profile_created_first: {
    module: 'instance-profile',
    common: { ...s3, role_name: 'First' },
    before: { instance_profile_name: 'FirstProfileA', s3_policy_name: 'FirstPolicyA' },
    after: { instance_profile_name: 'FirstProfileB', s3_policy_name: 'FirstPolicyB' },
    caller: createdFirst,
  },
  s3_name: {
    module: 's3-access-policy',
    common: s3,
    before: { policy_name: 'BucketsA' },
    after: { policy_name: 'BucketsB' },
  },
  s3_path: {
    module: 's3-access-policy',
    common: { ...s3, policy_name: 'BucketsPath' },
    before: { path: '/a/', description: 'One.' },
    after: { path: '/b/', description: 'Another.' },
  },
  holds_s3: {
    module: 'hybrid-service-role',
    common: {
      role_name: 'HoldsBuckets',
      additional_policy_arns: {
        name: '${module.s3_name.policy_arns[0]}',
        path: '${module.s3_path.policy_arns[0]}',
      },
    },
    before: {},
    after: {},
  },
};

/** Roles that no module makes. */
const otherRoles = Object.fromEntries(
  ['existing', 'other'].map((name) => [
    name,
    { name, assume_role_policy: '{"Version":"2012-10-17","Statement":[]}' },
  ]),
);

/** One root configuration with all cases before or after their change. */
export function configuration(modules: string, when: 'before' | 'after'): object {
  const resource: Record<string, Record<string, object>> = { aws_iam_role: otherRoles };
  Object.entries(cases).forEach(([name, { caller }]) => {
    Object.entries(caller?.(name) ?? {}).forEach(([type, body]) => {
      resource[type] = { ...resource[type], [name]: body };
    });
  });
  const calls = Object.entries(cases).map(([name, { module, common, ...inputs }]) => [
    name,
    { source: `${modules}/${module}`, ...common, ...inputs[when] },
  ]);
  return { resource, module: Object.fromEntries(calls) as object };
}
