import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import { notNull } from '../../generator/null-rules';
import { each, oneOf } from '../../generator/rules';
import * as type from '../../generator/types';
import { roleArn } from '../iam/arns';
import { awsPage } from '../iam/aws-pages';
import { documentName } from '../iam/names';
import { policyInputs } from '../iam/people';
import { serviceName } from '../iam/services';

const none: readonly string[] = [];

/** What the principals may do besides passing the role. */
export const ACCESS = { automation: 'automation', full: 'full' } as const;

export const inputs = {
  automationRoleArn: input.required(type.string, {
    description: 'ARN of the role that Automation assumes. Users, groups and roles may pass it.',
    rules: [roleArn],
    samples: [{ value: 'arn:aws:iam::123456789012:role/example/Automation' }],
  }),
  ...policyInputs({ policyName: 'SSMAutomationPassRole', may: 'run automations' }),
  access: input.nullableWithDefault(type.string, ACCESS.automation, {
    description:
      'What users, groups and roles may do besides passing the role. `automation`: start, stop, signal and read automations. `full`: AmazonSSMFullAccess, all of Systems Manager, which makes them root on every managed node. Null: nothing else.',
    nullIs: 'for neither',
    rules: [oneOf(Object.values(ACCESS), { code: 'Access', see: awsPage.automationUsers })],
    samples: [{ value: ACCESS.full }, { value: null }],
  }),
  documents: input.withDefault(type.set(type.string), none, {
    description:
      "Names of the runbooks that may be started, AWS's or your own. Empty: all runbooks of AWS and of the account, but none that another account shares. Allowed only if `access` is `automation`.",
    rules: [each(notNull(documentName))],
    samples: [{ value: ['AWS-RestartEC2Instance', 'Restart'] }],
  }),
  passRoleServices: input.withDefault(
    type.set(type.string),
    ['ssm.amazonaws.com'] as readonly string[],
    {
      description: 'Services to which the Automation role may be passed. Empty: any service.',
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

export type AutomationUserAccessProps = Props<typeof inputs>;
