import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import { noNullElements } from '../../generator/null-rules';
import { each } from '../../generator/rules';
import * as type from '../../generator/types';
import { roleArn } from '../iam/arns';
import { groupName, policyName, policyPath, roleName, userName } from '../iam/names';
import { partitionInput } from '../iam/partition';
import { serviceName } from '../iam/pass-role';
import { tagsInput } from '../iam/tags';

const nobody: readonly string[] = [];

export const inputs = {
  automationRoleArn: input.required(type.string, {
    description: 'ARN of the role that Automation assumes; the principals may pass it.',
    rules: [roleArn],
    samples: [{ value: 'arn:aws:iam::123456789012:role/example/Automation' }],
  }),
  users: input.withDefault(type.set(type.string), nobody, {
    description: 'Names of the users that may run automations.',
    rules: [noNullElements, each(userName)],
    samples: [{ value: ['joe', 'john'] }],
  }),
  groups: input.withDefault(type.set(type.string), nobody, {
    description: 'Names of the groups whose users may run automations.',
    rules: [noNullElements, each(groupName)],
    samples: [{ value: ['admins', 'operators'] }],
  }),
  roles: input.withDefault(type.set(type.string), nobody, {
    description: 'Names of the roles that may run automations.',
    rules: [noNullElements, each(roleName)],
    samples: [{ value: ['Operator'] }],
  }),
  fullAccess: input.withDefault(type.bool, true, {
    description:
      'Attach AmazonSSMFullAccess. False where the principals have comparable permissions already.',
  }),
  passRoleServices: input.withDefault(
    type.set(type.string),
    ['ssm.amazonaws.com'] as readonly string[],
    {
      description: 'Services that the Automation role may be passed to. Empty: any service.',
      rules: [noNullElements, each(serviceName)],
      samples: [{ value: ['ec2.amazonaws.com'] }, { value: [] }],
    },
  ),
  policyName: input.withDefault(type.string, 'SSMAutomationPassRole', {
    description: 'Name of the policy that allows passing the role.',
    rules: [policyName],
    samples: [{ value: 'ExamplePolicy' }],
  }),
  path: input.withDefault(type.string, '/', {
    description: 'Path of the policy, begins and ends with `/`.',
    rules: [policyPath],
    samples: [{ value: '/example/' }],
  }),
  ...tagsInput,
  ...partitionInput,
};

export type AutomationUserAccessProps = Props<typeof inputs>;
