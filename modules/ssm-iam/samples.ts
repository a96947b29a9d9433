import type { Sample } from '../../generator/inputs';
import { quote } from '../../generator/hcl';

/**
 * What the tests give the shared inputs. A plan of the module shows nothing but
 * what the modules below tell: their outputs that are known before anything is made.
 */

/** The one policy that is shared, as text. */
const SHARED_POLICY = 'module.s3_access_policy[0].policy_documents[0]';

const grants = (text: string): string => `strcontains(${SHARED_POLICY}, ${quote(text)})`;

const SOME_REGION = ['eu-west-1'];
const KMS_KEY = 'arn:aws:kms:us-east-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** Of the families of buckets, one that AWS lists today only and one that it listed before only. */
const CURRENT_ONLY = grants('arn:aws:s3:::aws-patch-manager-eu-west-1-');
const CLASSIC_ONLY = grants('arn:aws:s3:::amazon-ssm-packages-eu-west-1/*');

const reads = grants('s3:GetObject"');
const writes = grants('s3:PutObject"');
const writesAcl = grants('s3:PutObjectAcl"');
const asksForEncryption = grants('s3:GetEncryptionConfiguration"');

const bothNodeRoles = { hybridServiceRole: {}, instanceProfile: {} };
const sharesWith = (role: string): string =>
  `join(" ", [for key in keys(output.${role}.attached_policy_arns) : key if startswith(key, "shared-s3-")])`;
const corePolicy = 'output.instance_profile.attached_policy_arns["AmazonSSMManagedInstanceCore"]';

const inPartition = (partition: string, region: string): Sample<string> => ({
  value: partition,
  with: { regions: [region], instanceProfile: {} },
  makes: {
    [corePolicy]: `arn:${partition}:iam::aws:policy/AmazonSSMManagedInstanceCore`,
    [grants(`arn:${partition}:s3:::aws-ssm-${region}/*`)]: true,
  },
});

export const sharedSamples = {
  regions: [
    {
      value: SOME_REGION,
      with: bothNodeRoles,
      makes: {
        [sharesWith('hybrid_service_role')]: 'shared-s3-agent',
        [sharesWith('instance_profile')]: 'shared-s3-agent',
        [CURRENT_ONLY]: true,
        [CLASSIC_ONLY]: true,
      },
    },
  ],
  agentBuckets: [
    {
      value: 'current',
      with: { regions: SOME_REGION },
      makes: { [CURRENT_ONLY]: true, [CLASSIC_ONLY]: false },
    },
    {
      value: 'classic',
      with: { regions: SOME_REGION },
      makes: { [CURRENT_ONLY]: false, [CLASSIC_ONLY]: true },
    },
  ],
  s3Buckets: [
    {
      value: [{ name: 'example-bucket', prefix: 'logs', kmsKeyArn: KMS_KEY }],
      with: bothNodeRoles,
      makes: {
        [sharesWith('hybrid_service_role')]: 'shared-s3-buckets',
        [sharesWith('instance_profile')]: 'shared-s3-buckets',
        [grants('arn:aws:s3:::example-bucket/logs/*')]: true,
        [grants(KMS_KEY)]: true,
        [reads]: true,
        [writes]: true,
        [writesAcl]: false,
        [asksForEncryption]: true,
      },
    },
    {
      value: [{ name: 'example-bucket', access: 'read', encrypted: false }],
      makes: {
        [grants('arn:aws:s3:::example-bucket/*')]: true,
        [reads]: true,
        [writes]: false,
        [asksForEncryption]: false,
      },
    },
    {
      value: [{ name: 'example-bucket', access: 'write', crossAccount: true }],
      makes: { [reads]: false, [writes]: true, [writesAcl]: true },
    },
  ],
  s3PolicyName: [{ value: 'ExamplePolicy', with: { regions: SOME_REGION } }],
  namePrefix: [
    {
      value: 'example-',
      with: { ...bothNodeRoles, automationServiceRole: {} },
      makes: {
        'output.hybrid_service_role.role_name': 'example-SSMServiceRole',
        'output.instance_profile.instance_profile_name': 'example-SSMInstanceProfile',
        'output.automation_service_role.role_name': 'example-AutomationServiceRole',
      },
    },
  ],
  path: [
    {
      value: '/example/',
      with: { hybridServiceRole: {} },
      makes: { 'output.hybrid_service_role.activation_role_name': 'example/SSMServiceRole' },
    },
  ],
  permissionsBoundary: [
    { value: 'arn:aws:iam::123456789012:policy/Example', with: { instanceProfile: {} } },
  ],
  tags: [{ value: { Owner: 'me' }, with: { ...bothNodeRoles, regions: SOME_REGION } }],
  partition: [inPartition('aws-us-gov', 'us-gov-west-1'), inPartition('aws-cn', 'cn-north-1')],
  accountId: [{ value: '210987654321', with: { automationServiceRole: {} } }],
};
