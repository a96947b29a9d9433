/**
 * What the tests give the inputs. A plan of the module shows nothing but the outputs of the
 * modules below that are known before anything is made.
 */

const EC2_ROLE = 'output.instance_profile.attached_policy_arns';
const HYBRID_ROLE = 'output.hybrid_service_role.attached_policy_arns';

const bothNodeRoles = { hybridServiceRole: true, instanceProfile: true };

/** Both roles of nodes have a policy, the name of which may follow that of the role. */
const onBoth = (policy: (role: string) => string): Readonly<Record<string, boolean>> => ({
  [`contains(keys(${HYBRID_ROLE}), "${policy('SSMServiceRole')}")`]: true,
  [`contains(keys(${EC2_ROLE}), "${policy('SSMInstanceProfile')}")`]: true,
});

const inPartition = (partition: string) => ({
  value: partition,
  with: bothNodeRoles,
  makes: Object.fromEntries(
    [EC2_ROLE, HYBRID_ROLE].map((role) => [
      `${role}["AmazonSSMManagedInstanceCore"]`,
      `arn:${partition}:iam::aws:policy/AmazonSSMManagedInstanceCore`,
    ]),
  ),
});

const withAutomation = { automationServiceRole: true };

export const automationGroups = [{ value: ['admins', 'operators'], with: withAutomation }];
export const automationRoles = [{ value: ['Operator'], with: withAutomation }];
export const automationPassesInstanceRole = [
  { value: true, with: { ...withAutomation, instanceProfile: true } },
];

export const automationAdministrationRole = [{ value: true }];
export const automationAdministrationAccountId = [{ value: '210987654321' }];
export const defaultHostManagement = [{ value: true }];
export const maintenanceWindowRole = [{ value: true }];
export const notificationTopicArns = [
  { value: ['arn:aws:sns:us-east-2:123456789012:example'], with: { maintenanceWindowRole: true } },
];

export const regions = [
  {
    value: ['eu-west-1'],
    with: bothNodeRoles,
    makes: { ...onBoth((role) => `${role}S3Policy-agent`), 'length(output.s3_policy_arns)': 2 },
  },
];
export const s3Buckets = [
  {
    value: [{ name: 'example-bucket', prefix: 'logs' }],
    with: bothNodeRoles,
    makes: { ...onBoth((role) => `${role}S3Policy-buckets`), 'length(output.s3_policy_arns)': 2 },
  },
];
export const cloudwatchAgent = [
  { value: true, with: bothNodeRoles, makes: onBoth(() => 'CloudWatchAgentServerPolicy') },
];
export const directoryService = [
  { value: true, with: bothNodeRoles, makes: onBoth(() => 'AmazonSSMDirectoryServiceAccess') },
];

export const namePrefix = [
  {
    value: 'example-',
    with: { ...bothNodeRoles, ...withAutomation },
    makes: {
      'output.hybrid_service_role.role_name': 'example-SSMServiceRole',
      'output.instance_profile.instance_profile_name': 'example-SSMInstanceProfile',
      'output.automation_service_role.role_name': 'example-AutomationServiceRole',
    },
  },
];
export const path = [
  {
    value: '/example/',
    with: { hybridServiceRole: true },
    makes: { 'output.hybrid_service_role.activation_role_name': 'example/SSMServiceRole' },
  },
];
export const permissionsBoundary = [
  { value: 'arn:aws:iam::123456789012:policy/Example', with: { instanceProfile: true } },
];
export const tags = [
  { value: { Owner: 'me' }, with: { ...bothNodeRoles, regions: ['eu-west-1'] } },
];
export const partition = [inPartition('aws-us-gov'), inPartition('aws-cn')];
export const accountId = [{ value: '210987654321', with: withAutomation }];
