import { awsPolicy } from './account';
import { callsIn } from './calls';
import { allow, written } from './statements';

/** A module call whose inputs change, and what the root makes of its outputs. */
type Case = readonly [
  module: string,
  kept: object,
  /** Before and after; undefined: not given. */
  changed: Readonly<Record<string, readonly [unknown, unknown]>>,
  /** Resources of the caller, by type. */
  caller?: (self: string) => Readonly<Record<string, object>>,
];

const INLINE = written(allow('s3:GetObject', 'arn:aws:s3:::own/*'));
const s3 = { regions: ['us-east-2'] };
const policies = {
  inline_policies: { own: INLINE },
  additional_policy_arns: { reader: awsPolicy('ReadOnlyAccess') },
};
const all = { ...s3, ...policies };

/** The caller attaches a policy of its own to the role. */
const attaching = (role: string) => ({
  aws_iam_role_policy_attachment: { role, policy_arn: awsPolicy('AmazonSSMPatchAssociation') },
});
const attachment = (self: string) => attaching(`\${module.${self}.role_name}`);
/** The same where the role may be replaced under its name: the ARN is unknown then, the name is not. */
const attachmentByArn = (self: string) => attaching(`\${basename(module.${self}.role_arn)}`);

const withProfile = (self: string, rest: object) => ({
  aws_launch_template: {
    iam_instance_profile: { name: `\${module.${self}.instance_profile_name}` },
    ...rest,
  },
});
const launchTemplate = (self: string) => withProfile(self, { name: self });
/** Terraform makes everything that this needs before it destroys what was there. */
const createdFirst = (self: string) =>
  withProfile(self, { name_prefix: self, lifecycle: { create_before_destroy: true } });

const PATHS = { path: ['/a/', '/b/'] } as const;

export const cases: Readonly<Record<string, Case>> = {
  hybrid_role_name: ['hybrid-service-role', all, { role_name: ['HybridA', 'HybridB'] }, attachment],
  hybrid_path: ['hybrid-service-role', { ...all, role_name: 'HybridPath' }, PATHS, attachmentByArn],
  automation_role_name: [
    'automation-service-role',
    policies,
    { role_name: ['AutomationA', 'AutomationB'] },
  ],
  automation_path: [
    'automation-service-role',
    { ...policies, role_name: 'AutomationPath' },
    PATHS,
    attachmentByArn,
  ],
  administration_role_name: [
    'automation-administration-role',
    policies,
    {
      role_name: ['AdministrationA', 'AdministrationB'],
      execution_role_name: [undefined, 'ExecutionB'],
    },
  ],
  execution_path: [
    'automation-execution-role',
    { ...policies, role_name: 'ExecutionPath', administration_account_id: '210987654321' },
    { ...PATHS, organization_id: [undefined, 'o-exampleorgid'] },
    attachmentByArn,
  ],
  users: [
    'automation-user-access',
    {
      automation_role_arn: '${module.automation_path.role_arn}',
      roles: ['${aws_iam_role.existing.name}'],
    },
    { policy_name: ['PassA', 'PassB'], ...PATHS },
  ],
  role_and_profile_name: [
    'instance-profile',
    all,
    { role_name: ['InstancesA', 'InstancesB'] },
    (self) => ({ ...attachment(self), ...launchTemplate(self) }),
  ],
  role_name_of_profile: [
    'instance-profile',
    { ...s3, instance_profile_name: 'Kept' },
    { role_name: ['KeptA', 'KeptB'] },
    launchTemplate,
  ],
  profile_name: [
    'instance-profile',
    { role_name: 'ProfileName' },
    { instance_profile_name: ['ProfileA', 'ProfileB'] },
    launchTemplate,
  ],
  profile_path: [
    'instance-profile',
    { ...all, role_name: 'ProfilePath' },
    PATHS,
    (self) => ({ ...attachmentByArn(self), ...launchTemplate(self) }),
  ],
  s3_policy_name: [
    'instance-profile',
    { ...s3, role_name: 'PolicyName' },
    { s3_policy_name: ['PolicyNameA', 'PolicyNameB'] },
  ],
  existing_role: [
    'instance-profile',
    all,
    {
      role_name: ['NotYetExisting', undefined],
      create_role: [undefined, false],
      existing_role_name: [undefined, '${aws_iam_role.existing.name}'],
    },
    attachment,
  ],
  existing_role_in_profile: [
    'instance-profile',
    {
      ...s3,
      create_instance_profile: true,
      instance_profile_name: 'Switched',
      s3_policy_name: 'Switched',
    },
    {
      role_name: ['Switched', undefined],
      create_role: [undefined, false],
      existing_role_name: [undefined, '${aws_iam_role.other.name}'],
    },
    launchTemplate,
  ],
  no_profile: [
    'instance-profile',
    { ...s3, role_name: 'NoProfile' },
    { create_instance_profile: [undefined, false] },
  ],
  created_first: ['instance-profile', all, { role_name: ['FirstA', 'FirstB'] }, createdFirst],
  profile_created_first: [
    'instance-profile',
    { ...s3, role_name: 'First' },
    {
      instance_profile_name: ['FirstProfileA', 'FirstProfileB'],
      s3_policy_name: ['FirstPolicyA', 'FirstPolicyB'],
    },
    createdFirst,
  ],
  s3_name: ['s3-access-policy', s3, { policy_name: ['BucketsA', 'BucketsB'] }],
  s3_path: [
    's3-access-policy',
    { ...s3, policy_name: 'BucketsPath' },
    { ...PATHS, description: ['One.', 'Another.'] },
  ],
  holds_s3: [
    'hybrid-service-role',
    {
      role_name: 'HoldsBuckets',
      additional_policy_arns: {
        name: '${module.s3_name.policy_arns[0]}',
        path: '${module.s3_path.policy_arns[0]}',
      },
    },
    {},
  ],
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
  Object.entries(cases).forEach(([name, [, , , caller]]) => {
    Object.entries(caller?.(name) ?? {}).forEach(([type, body]) => {
      resource[type] = { ...resource[type], [name]: body };
    });
  });
  const call = callsIn(modules);
  const calls = Object.entries(cases).map(([name, [module, kept, changed]]) => {
    const pairs = Object.entries(changed).map(([input, [before, after]]) => [
      input,
      when === 'before' ? before : after,
    ]);
    return [name, call(module, { ...kept, ...(Object.fromEntries(pairs) as object) })];
  });
  return { resource, module: Object.fromEntries(calls) as object };
}
