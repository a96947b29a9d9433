import type { RuleCase } from './rule-case';
import { ACCOUNT, inAccess, inAutomation, inHybrid } from './rule-case';

const POLICY = `arn:aws:iam::${ACCOUNT}:policy/`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/`;
const FUNCTION = `arn:aws:lambda:us-east-2:${ACCOUNT}:function:`;
const KEY = `arn:aws:kms:us-east-2:${ACCOUNT}:key/`;

/** No name at the end, or a path that a policy takes for a pattern or a variable. */
const ROLES_TO_READ_OTHERWISE = ['team/', 'a*b/X', 'a?/Y', '$${x}/Y'].map(
  (rest) => `${ROLE}${rest}`,
);

const encryptedWith = (kms_key_arn: string): object[] => [{ name: 'own-bucket', kms_key_arn }];

/** ARNs, and what they are made of. */
export const ARNS: readonly RuleCase[] = [
  inHybrid(
    'PolicyArn',
    'permissions_boundary',
    [null, 'arn:aws:iam::aws:policy/PowerUserAccess', `arn:aws-cn:iam::${ACCOUNT}:policy/a/B`],
    [
      '',
      'PowerUserAccess',
      `${ROLE}x`,
      'arn:aws:iam::1:policy/x',
      'arn:aws:iam::aws:policy/*',
      POLICY,
      `${POLICY}team/`,
    ],
  ),
  inHybrid(
    'PolicyArn',
    'additional_policy_arns',
    [{}, { any: 'arn:aws:iam::aws:policy/job-function/Billing' }],
    [{ any: 'Billing' }, { any: 'arn:aws:iam::aws:policy/job-function/' }],
  ),
  inAutomation(
    'LambdaFunctionArn',
    'lambda_function_arns',
    [[`${FUNCTION}a:$LATEST`]],
    [['*'], [`${FUNCTION}*`]],
  ),
  inAutomation(
    'RoleArn',
    'pass_role_arns',
    [[`${ROLE}a/B`], [`${ROLE}team!/X`]],
    [
      ['*'],
      [`${ROLE}*`],
      [`arn:aws:iam::${ACCOUNT}:user/a`],
      ...ROLES_TO_READ_OTHERWISE.map((arn) => [arn]),
    ],
  ),
  inAccess(
    'RoleArn',
    'automation_role_arn',
    [`arn:aws-us-gov:iam::${ACCOUNT}:role/a`, `${ROLE}team!/X`],
    ['Automation', `${ROLE}*`, ...ROLES_TO_READ_OTHERWISE],
  ),
  inHybrid(
    'KmsKeyArn',
    's3_buckets',
    [encryptedWith(`${KEY}mrk-1`)],
    [encryptedWith(`arn:aws:kms:us-east-2:${ACCOUNT}:alias/a`), encryptedWith('*')],
  ),
  inAutomation(
    'ServiceName',
    'pass_role_services',
    [[], ['ecs-tasks.amazonaws.com', 'ec2.amazonaws.com.cn']],
    [['ec2'], ['*'], ['*.amazonaws.com']],
  ),
  inAutomation(
    'ServiceName',
    'pass_itself_to_services',
    [[], ['ssm.amazonaws.com', 'ec2.amazonaws.com.cn']],
    [['ssm'], ['*'], [`arn:aws:iam::${ACCOUNT}:root`]],
  ),
  inHybrid(
    'ServiceName',
    'trusted_services',
    [[], ['ec2.amazonaws.com', 'states.us-east-2.amazonaws.com']],
    [['*'], ['events'], [ACCOUNT], [`arn:aws:iam::${ACCOUNT}:root`]],
  ),
  inHybrid(
    'Partition',
    'partition',
    [null, 'aws', 'aws-us-gov', 'aws-cn', 'aws-iso-b', 'aws-eusc'],
    ['', 'AWS', 'amazon', 'aws:', 'aws-us-gvo', 'aws-x'],
  ),
  inHybrid(
    'AccountId',
    'account_id',
    [null, '000000000001'],
    ['12345678901', '1234567890123', 'me'],
  ),
];
