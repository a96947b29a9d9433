import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import { notNull } from '../../generator/null-rules';
import { each, oneOf } from '../../generator/rules';
import * as type from '../../generator/types';
import { alarmArn, lambdaFunctionArn, roleArn } from '../iam/arns';
import { awsPage } from '../iam/aws-pages';
import type { ManagedPolicy } from '../iam/managed-policies';
import { serviceName } from '../iam/services';
import { serviceRoleInputs } from '../iam/service-role';
import { confusedDeputyInput } from '../iam/trust-policy';

const CORE: ManagedPolicy = 'AmazonSSMAutomationRole';
const SOME_ROLE = ['arn:aws:iam::123456789012:role/Example'];

export const inputs = {
  ...serviceRoleInputs({
    roleName: 'AutomationServiceRole',
    description: 'Lets AWS Systems Manager Automation run runbooks.',
  }),
  ...confusedDeputyInput,
  corePolicy: input.nullableWithDefault(type.string, CORE, {
    description: `AWS managed policy that lets Automation work: \`${CORE}\`. Null attaches none, for a role whose permissions come from \`inline_policies\` or \`additional_policy_arns\`.`,
    nullIs: 'for none',
    rules: [oneOf([CORE], { code: 'CorePolicy', see: awsPage.automation })],
    samples: [{ value: null }],
  }),
  lambdaRole: input.withDefault(type.bool, false, {
    description:
      'Attach AWSLambdaRole, which allows invoking every function. Needed only for functions not named `Automation*`; prefer `lambda_function_arns`, which names them.',
  }),
  lambdaFunctionArns: input.withDefault(type.set(type.string), [] as readonly string[], {
    description: 'ARNs of Lambda functions that runbooks may invoke, whatever their names.',
    rules: [each(notNull(lambdaFunctionArn))],
    samples: [{ value: ['arn:aws:lambda:us-east-2:123456789012:function:example'] }],
  }),
  cloudwatchAlarmArns: input.withDefault(type.set(type.string), [] as readonly string[], {
    description:
      'ARNs of CloudWatch alarms that executions may monitor. An execution stops when its alarm goes off.',
    rules: [each(notNull(alarmArn))],
    samples: [{ value: ['arn:aws:cloudwatch:us-east-2:123456789012:alarm:example'] }],
  }),
  passItselfToServices: input.withDefault(
    type.set(type.string),
    ['ssm.amazonaws.com'] as readonly string[],
    {
      description:
        'Services to which runbooks may pass this role itself, as they do to start other runbooks. Empty: any service. In aws-cn EC2 is `ec2.amazonaws.com.cn`.',
      rules: [each(notNull(serviceName))],
      samples: [{ value: ['ec2.amazonaws.com', 'ssm.amazonaws.com'] }, { value: [] }],
    },
  ),
  passRoleArns: input.withDefault(type.set(type.string), [] as readonly string[], {
    description:
      'ARNs of roles that runbooks may pass to a service, such as the role of an instance profile that they attach to instances.',
    rules: [each(notNull(roleArn))],
    samples: [{ value: SOME_ROLE }],
  }),
  passRoleServices: input.withDefault(
    type.set(type.string),
    ['ec2.amazonaws.com'] as readonly string[],
    {
      description:
        'Services to which the roles in `pass_role_arns` may be passed. Empty: any service. In aws-cn, `ec2.amazonaws.com` also covers the name of EC2 there.',
      rules: [each(notNull(serviceName))],
      samples: [
        { value: ['ecs.amazonaws.com'], with: { passRoleArns: SOME_ROLE } },
        { value: [], with: { passRoleArns: SOME_ROLE } },
      ],
    },
  ),
};

export type AutomationServiceRoleProps = Props<typeof inputs>;
