import { expr, literal } from '../../generator/expression';
import { matches } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { awsPage } from './aws-pages';

/** What follows the account in the ARN of the setting of Default Host Management Configuration. */
export const DEFAULT_HOST_MANAGEMENT_SETTING =
  'servicesetting/ssm/managed-instance/default-ec2-instance-management-role';

/** Printable ASCII, as the path of a role has it, without what a policy would not take for itself: `$`, `*` and `?`. */
const PATH = '[!-#%-)+->@-~]+';

/**
 * ARNs that go into a document or an attachment. None admits a wildcard or a
 * policy variable, so that what the caller names is all that is granted.
 */
function arn(
  code: string,
  what: string,
  resource: string,
  refused: string,
  remedy: string,
  see: string,
): Rule<string> {
  return matches({
    pattern: `^arn:aws[a-z-]*:${resource}$`,
    refused,
    code,
    must: `must be the ARN of ${what}`,
    remedy,
    see,
  });
}

export const policyArn = arn(
  'PolicyArn',
  'an IAM policy',
  'iam::(aws|[0-9]{12}):policy(/[\\w+=,.@-]+)+',
  'ReadOnlyAccess',
  'copy it from the policy, like "arn:aws:iam::aws:policy/ReadOnlyAccess"',
  awsPage.arns,
);

/** Few would want a policy of AWS as a boundary, so the example is one of the caller. */
export const boundaryArn: Rule<string> = {
  ...policyArn,
  remedy: 'copy it from the policy, like "arn:aws:iam::123456789012:policy/Boundary"',
};

export const roleArn = arn(
  'RoleArn',
  'one IAM role, without a wildcard',
  `iam::[0-9]{12}:role/(${PATH}/)?[\\w+=,.@-]+`,
  'arn:aws:iam::123456789012:role/*',
  'copy it from the role, like "arn:aws:iam::123456789012:role/Example"',
  awsPage.arns,
);

export const logGroupArn = arn(
  'LogGroupArn',
  'one log group, without a wildcard',
  'logs:[a-z0-9-]+:\\d{12}:log-group:[\\w./#-]{1,512}',
  'arn:aws:logs:us-east-2:123456789012:log-group:example:*',
  'copy it from the log group, like "arn:aws:logs:us-east-2:123456789012:log-group:name", without ":*"',
  awsPage.logGroups,
);

/** The name as it stands: without what a policy would take for a pattern or a variable. */
export const alarmArn = arn(
  'AlarmArn',
  'one CloudWatch alarm, without a wildcard',
  'cloudwatch:[a-z0-9-]+:[0-9]{12}:alarm:[ -#%-)+->@-~]{1,255}',
  'arn:aws:cloudwatch:us-east-2:123456789012:alarm:*',
  'copy it from the alarm, like "arn:aws:cloudwatch:us-east-2:123456789012:alarm:name"',
  awsPage.cloudwatchActions,
);

const KEY_ARN = '^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$';

export const kmsKeyArn: Rule<string> = {
  code: 'KmsKeyArn',
  must: 'must be the ARN of a KMS key, not of an alias',
  remedy: 'copy the key ARN, like "arn:aws:kms:us-east-2:123456789012:key/ID"',
  see: awsPage.kmsForS3,
  refused: () => 'arn:aws:kms:us-east-2:123456789012:alias/example',
  accepts: (arn) => new RegExp(KEY_ARN, 'u').test(arn),
  condition: (arn) => expr`length(regexall(${literal(KEY_ARN)}, ${arn})) > 0`,
};

export const lambdaFunctionArn = arn(
  'LambdaFunctionArn',
  'one Lambda function, without a wildcard',
  'lambda:[a-z0-9-]+:\\d{12}:function:[\\w-]+(:[\\w$-]+)?',
  'arn:aws:lambda:us-east-2:123456789012:function:*',
  'copy it from the function, like "arn:aws:lambda:us-east-2:123456789012:function:name"',
  awsPage.lambdaArn,
);

/** The name of a FIFO topic ends in `.fifo`, and that of no other has a dot. */
export const snsTopicArn = arn(
  'SnsTopicArn',
  'one standard SNS topic, not FIFO, without a wildcard',
  'sns:[a-z0-9-]+:\\d{12}:[\\w-]+',
  'arn:aws:sns:us-east-2:123456789012:example.fifo',
  'copy it from the topic, like "arn:aws:sns:us-east-2:123456789012:name"',
  awsPage.snsTopicArn,
);

export const stateMachineArn = arn(
  'StateMachineArn',
  'one state machine, without a wildcard, version or alias',
  'states:[a-z0-9-]+:\\d{12}:stateMachine:[\\w-]+',
  'arn:aws:states:us-east-2:123456789012:stateMachine:*',
  'copy it, like "arn:aws:states:us-east-2:123456789012:stateMachine:name"',
  awsPage.stateMachineArn,
);
