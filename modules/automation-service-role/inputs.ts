import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import { noNullElements } from '../../generator/null-rules';
import { each } from '../../generator/rules';
import * as type from '../../generator/types';
import { lambdaFunctionArn, roleArn } from '../iam/arns';
import { accountIdInput, partitionInput } from '../iam/partition';
import { serviceName } from '../iam/pass-role';
import { roleInputs } from '../iam/role';
import { confusedDeputyInput } from '../iam/trust-policy';

const SOME_ROLE = ['arn:aws:iam::123456789012:role/Example'];

export const inputs = {
  ...roleInputs({
    roleName: 'AutomationServiceRole',
    description: 'Lets AWS Systems Manager Automation run runbooks.',
  }),
  trustEc2: input.withDefault(type.bool, false, {
    description: 'Let EC2 assume the role too, as AWS documented it until 2020.',
  }),
  ...confusedDeputyInput,
  lambdaRole: input.withDefault(type.bool, false, {
    description:
      'Attach AWSLambdaRole, which allows invoking every function. Needed only for functions not named `Automation*`; `lambda_function_arns` is the narrow way.',
  }),
  lambdaFunctionArns: input.withDefault(type.set(type.string), [] as readonly string[], {
    description: 'Functions, by ARN, that runbooks may invoke whatever their name.',
    rules: [noNullElements, each(lambdaFunctionArn)],
    samples: [{ value: ['arn:aws:lambda:us-east-2:123456789012:function:example'] }],
  }),
  passRoleArns: input.withDefault(type.set(type.string), [] as readonly string[], {
    description:
      'Roles, by ARN, that runbooks may pass on: those of instance profiles they attach to instances.',
    rules: [noNullElements, each(roleArn)],
    samples: [{ value: SOME_ROLE }],
  }),
  passRoleServices: input.withDefault(
    type.set(type.string),
    ['ec2.amazonaws.com'] as readonly string[],
    {
      description:
        'Services that `pass_role_arns` may be passed to. Empty: any service. In aws-cn `ec2.amazonaws.com` stands for its name there as well.',
      rules: [noNullElements, each(serviceName)],
      samples: [
        { value: ['ecs.amazonaws.com'], with: { passRoleArns: SOME_ROLE } },
        { value: [], with: { passRoleArns: SOME_ROLE } },
      ],
    },
  ),
  ...partitionInput,
  ...accountIdInput,
};

export type AutomationServiceRoleProps = Props<typeof inputs>;
