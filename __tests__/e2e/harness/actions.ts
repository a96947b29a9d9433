import { ACCOUNT } from '../cases/account';
import type { Call } from './signed-call';

/** What a target of a row is beyond its name. */
export interface Surroundings {
  readonly partition: string;
  readonly keys: Readonly<Record<string, Key>>;
}

/** A KMS key, and something that it encrypted. */
export interface Key {
  readonly arn: string;
  readonly ciphertext: string;
}

type Shape = (on: string, surroundings: Surroundings) => Call;

/** The call that needs an IAM action, named as the action. */
export const ACTIONS = {
  'cloudwatch:DescribeAlarms': (on) =>
    form('monitoring', '2010-08-01', { Action: 'DescribeAlarms', 'AlarmNames.member.1': on }),
  'ds:DescribeDirectories': () => json('ds', 'DirectoryService_20150416.DescribeDirectories', {}),
  'ec2:DescribeInstances': () => form('ec2', '2016-11-15', { Action: 'DescribeInstances' }),
  'ec2:DescribeTags': () => form('ec2', '2016-11-15', { Action: 'DescribeTags' }),
  'ec2:DescribeVpcs': () => form('ec2', '2016-11-15', { Action: 'DescribeVpcs' }),
  'iam:GetRole': (on) => form('iam', '2010-05-08', { Action: 'GetRole', RoleName: on }),
  'iam:ListUsers': () => form('iam', '2010-05-08', { Action: 'ListUsers' }),
  // no call of AWS: see emulator/access_control.py
  'iam:PassRole': (on) => form('iam', '2010-05-08', { Action: 'PassRole', RoleName: on }),
  'kms:Decrypt': (on, { keys }) =>
    json('kms', 'TrentService.Decrypt', {
      KeyId: keys[on]?.arn,
      CiphertextBlob: keys[on]?.ciphertext,
    }),
  'kms:Encrypt': (on, { keys }) =>
    json('kms', 'TrentService.Encrypt', { KeyId: keys[on]?.arn, Plaintext: 'c2VjcmV0' }),
  'kms:GenerateDataKey': (on, { keys }) =>
    json('kms', 'TrentService.GenerateDataKey', { KeyId: keys[on]?.arn, KeySpec: 'AES_256' }),
  'lambda:InvokeFunction': (on) => ({
    service: 'lambda',
    method: 'POST',
    path: `/2015-03-31/functions/${on}/invocations`,
    body: '{}',
  }),
  'logs:DescribeLogGroups': () => json('logs', 'Logs_20140328.DescribeLogGroups', {}),
  // no call of the emulator without an organization: see emulator/access_control.py
  'organizations:ListAccountsForParent': (on) =>
    json('organizations', 'AWSOrganizationsV20161128.ListAccountsForParent', { ParentId: on }),
  's3:DeleteObject': (on) => s3('DELETE', on),
  's3:GetEncryptionConfiguration': (on) => s3('GET', on, { query: { encryption: '' } }),
  's3:GetObject': (on) => s3('GET', on),
  's3:ListBucket': (on) => s3('GET', on, { query: { 'list-type': '2' } }),
  's3:PutObject': (on) => s3('PUT', on, { body: 'written' }),
  's3:PutObjectAcl': (on) =>
    s3('PUT', on, { query: { acl: '' }, headers: { 'x-amz-acl': 'bucket-owner-full-control' } }),
  // no calls of the emulator: see emulator/access_control.py
  'ssm:DescribeAutomationExecutions': () =>
    json('ssm', 'AmazonSSM.DescribeAutomationExecutions', {}),
  'ssm:GetAutomationExecution': (on) =>
    json('ssm', 'AmazonSSM.GetAutomationExecution', { AutomationExecutionId: on }),
  'ssm:SendAutomationSignal': (on) =>
    json('ssm', 'AmazonSSM.SendAutomationSignal', {
      AutomationExecutionId: on,
      SignalType: 'Approve',
    }),
  'ssm:StartAutomationExecution': (on) =>
    json('ssm', 'AmazonSSM.StartAutomationExecution', { DocumentName: on }),
  'ssm:StopAutomationExecution': (on) =>
    json('ssm', 'AmazonSSM.StopAutomationExecution', { AutomationExecutionId: on }),
  'ssm:DescribeParameters': () => json('ssm', 'AmazonSSM.DescribeParameters', {}),
  // of DeleteParameter a second call fails
  'ssm:DeleteParameters': (on) => json('ssm', 'AmazonSSM.DeleteParameters', { Names: [on] }),
  'ssm:GetParameterHistory': (on) => json('ssm', 'AmazonSSM.GetParameterHistory', { Name: on }),
  'ssm:GetParameters': (on) => json('ssm', 'AmazonSSM.GetParameters', { Names: [on] }),
  'ssm:GetParametersByPath': (on) => json('ssm', 'AmazonSSM.GetParametersByPath', { Path: on }),
  'ssm:GetParameter': (on) => json('ssm', 'AmazonSSM.GetParameter', { Name: on }),
  'ssm:PutParameter': (on) =>
    json('ssm', 'AmazonSSM.PutParameter', {
      Name: on,
      Value: 'written',
      Type: 'String',
      Overwrite: true,
    }),
  'ssm:SendCommand': (on) =>
    json('ssm', 'AmazonSSM.SendCommand', {
      DocumentName: on,
      InstanceIds: ['mi-0123456789abcdef0'],
    }),
  'sts:AssumeRole': (on, { partition }) =>
    form('sts', '2011-06-15', {
      Action: 'AssumeRole',
      RoleArn: `arn:${partition}:iam::${ACCOUNT}:role/${on}`,
      RoleSessionName: 'tests',
    }),
} as const satisfies Readonly<Record<string, Shape>>;

export type Action = keyof typeof ACTIONS;

export function s3(
  method: Call['method'],
  on: string,
  rest: Pick<Call, 'body' | 'headers' | 'query'> = {},
): Call {
  return { service: 's3', method, path: `/${on}`, ...rest };
}

/** A call of a service that takes JSON. */
export function json(service: string, target: string, body: object): Call {
  return {
    service,
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
    body: JSON.stringify(body),
  };
}

/** A call of a service that takes forms. */
function form(service: string, version: string, fields: Readonly<Record<string, string>>): Call {
  return {
    service,
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, Version: version }).toString(),
  };
}
