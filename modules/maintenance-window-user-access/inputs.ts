import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import { notNull } from '../../generator/null-rules';
import { each } from '../../generator/rules';
import * as type from '../../generator/types';
import { roleArn } from '../iam/arns';
import { policyInputs } from '../iam/people';
import { serviceName } from '../iam/services';

export const inputs = {
  maintenanceWindowRoleArn: input.required(type.string, {
    description:
      'ARN of the role that the tasks of maintenance windows run as. Users, groups and roles may pass it.',
    rules: [roleArn],
    samples: [{ value: 'arn:aws:iam::123456789012:role/example/MaintenanceWindow' }],
  }),
  ...policyInputs({
    policyName: 'SSMMaintenanceWindowPassRole',
    may: 'register tasks with that role',
  }),
  passRoleServices: input.withDefault(
    type.set(type.string),
    ['ssm.amazonaws.com'] as readonly string[],
    {
      description: 'Services to which the role may be passed. Empty: any service.',
      rules: [each(notNull(serviceName))],
      samples: [{ value: ['ec2.amazonaws.com'] }, { value: [] }],
    },
  ),
};

/** More services than fit into a policy. */
export const TOO_LONG = {
  passRoleServices: [`${'a'.repeat(6144)}.amazonaws.com`],
  users: ['jane'],
};

export type MaintenanceWindowUserAccessProps = Props<typeof inputs>;
