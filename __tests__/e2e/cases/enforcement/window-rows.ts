import type { Verdict } from '../../harness/policy-evaluation';
import { ACCOUNT } from '../account';
import type { Who } from './configuration';

export type Case = readonly [who: Who, action: string, on: string, Verdict, why: string];

const OTHERS = '210987654321';
const ssm = (resource: string, account = ACCOUNT): string =>
  `arn:PARTITION:ssm:REGION:${account}:${resource}`;
const states = (resource: string): string => `arn:PARTITION:states:REGION:${ACCOUNT}:${resource}`;
const topic = (name: string): string => `arn:PARTITION:sns:REGION:${ACCOUNT}:${name}`;
const group = (account: string): string =>
  `arn:PARTITION:resource-groups:REGION:${account}:group/a`;
const instance = (account: string): string => `arn:PARTITION:ec2:REGION:${account}:instance/i-1`;

const GROUP = 'resource-groups:ListGroupResources';

const COMMANDS: readonly Case[] = [
  ['windows', 'ssm:SendCommand', ssm('document/Patch'), 'allow', 'document of the account'],
  ['windows', 'ssm:SendCommand', ssm('document/AWS-RunPatchBaseline', ''), 'allow', 'of AWS'],
  ['windows', 'ssm:SendCommand', ssm('document/Patch', OTHERS), 'deny', 'another shares it'],
  ['windows', 'ssm:SendCommand', instance(ACCOUNT), 'allow', 'instance of the account'],
  ['windows', 'ssm:SendCommand', instance(OTHERS), 'deny', 'instance of another account'],
  ['windows', 'ssm:SendCommand', ssm('managed-instance/mi-1'), 'allow', 'node of the account'],
  ['windows', 'ssm:SendCommand', ssm('managed-instance/mi-1', OTHERS), 'deny', 'of another'],
  ['windows', 'ssm:SendCommand', 'arn:PARTITION:s3:::output', 'allow', 'bucket for the output'],
  ['windows', 's3:PutObject', 'arn:PARTITION:s3:::output/a', 'deny', 'naming it grants nothing'],
  ['windows', 'ssm:CancelCommand', '*', 'allow', 'run_command'],
  ['windows', 'ssm:ListCommandInvocations', '*', 'allow', 'run_command'],
  ['windows', 'ssm:GetCommandInvocation', '*', 'allow', 'run_command'],
  ['windows', 'ssm:ListCommands', '*', 'allow', 'run_command'],
  ['bareWindows', 'ssm:SendCommand', ssm('document/Patch'), 'deny', 'run_command = false'],
  ['bareWindows', 'ssm:CancelCommand', '*', 'deny', 'run_command = false'],
];

const TARGETS: readonly Case[] = [
  ['windows', 'ssm:DescribeInstanceInformation', '*', 'allow', 'finds targets'],
  ['windows', 'tag:GetResources', '*', 'allow', 'finds targets by tag'],
  ['windows', 'tag:TagResources', '*', 'deny', 'reads tags, and writes none'],
  ['windows', 'resource-groups:ListGroups', '*', 'allow', 'finds targets by group'],
  ['windows', GROUP, group(ACCOUNT), 'allow', 'group of the account'],
  ['windows', GROUP, group(OTHERS), 'deny', 'of another account'],
  ['windows', 'ssm:ListTagsForResource', ssm('managed-instance/mi-1'), 'allow', 'of the account'],
  ['windows', 'ssm:ListTagsForResource', ssm('document/a', OTHERS), 'deny', 'of another account'],
  ['windows', 'ssm:GetParameters', ssm('parameter/web/database'), 'allow', 'of the account'],
  ['windows', 'ssm:GetParameters', ssm('parameter/aws/service/a', ''), 'allow', 'public, of AWS'],
  ['windows', 'ssm:GetParameters', ssm('parameter/web', OTHERS), 'deny', 'another shares it'],
  ['windows', 'ssm:GetParametersByPath', ssm('parameter/web'), 'deny', 'by name only'],
  ['windows', 'ssm:PutParameter', ssm('parameter/web/database'), 'deny', 'reads only'],
  ['bareWindows', 'ssm:DescribeInstanceInformation', '*', 'deny', 'run_command = false'],
  ['bareWindows', 'ssm:GetParameters', ssm('parameter/web'), 'deny', 'run_command = false'],
];

const OTHER_TASKS: readonly Case[] = [
  ['windows', 'ssm:StartAutomationExecution', ssm('document/Rotate'), 'allow', 'of the account'],
  ['windows', 'ssm:StartAutomationExecution', ssm('document/AWS-Stop', ''), 'allow', 'of AWS'],
  ['windows', 'ssm:StartAutomationExecution', ssm('document/a', OTHERS), 'deny', 'shared'],
  ['windows', 'ssm:StartAutomationExecution', ssm('automation-execution/1'), 'allow', 'automation'],
  ['windows', 'ssm:GetAutomationExecution', ssm('automation-execution/1'), 'allow', 'automation'],
  ['windows', 'ssm:StopAutomationExecution', ssm('automation-execution/1'), 'deny', 'not printed'],
  ['bareWindows', 'ssm:StartAutomationExecution', ssm('document/Rotate'), 'deny', 'off'],
  ['bareWindows', 'ssm:GetAutomationExecution', ssm('automation-execution/1'), 'deny', 'off'],
  ['windows', 'states:StartExecution', states('stateMachine:rotate'), 'allow', 'named'],
  ['windows', 'states:StartExecution', states('stateMachine:rotate-2'), 'deny', 'begins like it'],
  ['windows', 'states:DescribeExecution', states('execution:rotate:1'), 'allow', 'of one named'],
  ['windows', 'states:DescribeExecution', states('execution:rotate-2:1'), 'deny', 'of another'],
  ['windows', 'states:StopExecution', states('execution:rotate:1'), 'deny', 'not printed'],
  ['bareWindows', 'states:StartExecution', states('stateMachine:rotate'), 'deny', 'none named'],
];

const BESIDE: readonly Case[] = [
  ['notifications', 'sns:Publish', topic('notices'), 'allow', 'named'],
  ['notifications', 'sns:Publish', topic('notices-2'), 'deny', 'begins like one named'],
  ['notifications', 'sns:Subscribe', topic('notices'), 'deny', 'publishes only'],
  ['windows', 'sns:Publish', topic('notices'), 'deny', 'passes the role that publishes'],
  ['hosts', 'ssm:UpdateInstanceInformation', '*', 'allow', 'AWS’s policy for hosts'],
  ['hosts', 'ssm:GetParameters', ssm('parameter/web'), 'deny', 'not in AWS’s policy for hosts'],
];

/** Of the resources of these calls the emulator knows nothing: judged on the applied documents. */
export const WINDOW_ROWS: readonly Case[] = [...COMMANDS, ...TARGETS, ...OTHER_TASKS, ...BESIDE];
