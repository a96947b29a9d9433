import { awsPage } from '../iam/aws-pages';
import { PEOPLE } from '../iam/people';
import { allows, always, is, isNot, isNotEmpty } from '../iam/permissions/model';
import type { Term } from '../iam/permissions/model';
import { ACCESS } from './inputs';

const PARAMETER = 'arn:${partition}:ssm:*:${account_id}:parameter';

const path: Term = { text: `${PARAMETER}\${each.value}`, for_each: 'paths' };
const belowPath: Term = { text: `${PARAMETER}\${folder(each.value)}*`, for_each: 'paths' };
const name: Term = { text: `${PARAMETER}/\${relative(each.value)}`, for_each: 'names' };

/** The locals that hold the ARNs. */
export const ARN_LISTS = { path_arns: path, below_path_arns: belowPath, name_arns: name };

const parameters = [path, belowPath, name];
const reads = [isNot('access', ACCESS.write)];
const writes = [is('access', ACCESS.write, ACCESS.administer)];

const inPolicy = {
  address: 'aws_iam_policy.this',
  granted_to: PEOPLE,
  resources: parameters,
  see: awsPage.parameterStore,
};

const onKeys = {
  ...inPolicy,
  resources: [{ text: '${each.value}', for_each: 'kms_key_arns' }],
  conditions: [
    { operator: 'StringLike', key: 'kms:EncryptionContext:PARAMETER_ARN', values: parameters },
  ],
  see: awsPage.parameterEncryption,
};

/** All that the policy can grant, and by which input. */
export const grants = [
  allows({
    ...inPolicy,
    id: 'read',
    when: reads,
    actions: always('ssm:GetParameter', 'ssm:GetParameters'),
    reason:
      'Reads these parameters by name, in every region. A path stands for itself and for all that is below it.',
  }),
  allows({
    ...inPolicy,
    id: 'read_by_path',
    when: [...reads, isNotEmpty('paths')],
    actions: always('ssm:GetParametersByPath'),
    resources: [path, belowPath],
    reason:
      'Reads all parameters below a path in one call. IAM is asked about the path of the call and not about what it returns, so single names do not allow it.',
    see: awsPage.parameterRetrieval,
  }),
  allows({
    ...inPolicy,
    id: 'read_history',
    when: [is('history', true)],
    actions: always('ssm:GetParameterHistory'),
    reason: 'Reads the values of all versions of these parameters, including the current version.',
  }),
  allows({
    ...inPolicy,
    id: 'write',
    when: writes,
    actions: always('ssm:PutParameter'),
    reason: 'Creates and overwrites these parameters.',
  }),
  allows({
    ...inPolicy,
    id: 'delete',
    when: [is('access', ACCESS.administer)],
    actions: always('ssm:DeleteParameter', 'ssm:DeleteParameters'),
    reason: 'Deletes these parameters, one by one or several in one call.',
  }),
  allows({
    ...inPolicy,
    id: 'list',
    when: [is('describe', true)],
    actions: always('ssm:DescribeParameters'),
    resources: always('*'),
    reason:
      'Lists names and metadata of all parameters. IAM defines no resource type for this action.',
    see: awsPage.systemsManagerActions,
  }),
  allows({
    ...onKeys,
    id: 'decrypt',
    when: [...reads, isNotEmpty('kms_key_arns')],
    actions: always('kms:Decrypt'),
    reason: 'Decrypts `SecureString` parameters. The condition limits the key to these parameters.',
  }),
  allows({
    ...onKeys,
    id: 'encrypt',
    when: [...writes, isNotEmpty('kms_key_arns')],
    actions: always('kms:Encrypt', 'kms:GenerateDataKey'),
    reason:
      'Encrypts `SecureString` parameters: kms:Encrypt for standard parameters, kms:GenerateDataKey for advanced ones. The condition limits the key to these parameters.',
  }),
];
