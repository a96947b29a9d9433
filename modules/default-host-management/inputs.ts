import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import { oneOf } from '../../generator/rules';
import * as type from '../../generator/types';
import { awsPage } from '../iam/aws-pages';
import type { ManagedPolicy } from '../iam/managed-policies';
import { serviceRoleInputs } from '../iam/service-role';
import { untriedConfusedDeputyInput } from '../iam/trust-policy';

const CORE: ManagedPolicy = 'AmazonSSMManagedEC2InstanceDefaultPolicy';

export const inputs = {
  ...serviceRoleInputs({
    roleName: 'AWSSystemsManagerDefaultEC2InstanceManagementRole',
    path: '/service-role/',
    description: 'Lets AWS Systems Manager manage EC2 instances without instance profiles.',
  }),
  ...untriedConfusedDeputyInput,
  enabled: input.withDefault(type.bool, true, {
    description:
      "Turn on Default Host Management Configuration with this role, in the provider's region. False creates the role alone. Changing it to false, or destroying the module, turns it off in that region.",
    samples: [{ value: false, makes: { 'length(aws_ssm_service_setting.this)': 0 } }],
  }),
  corePolicy: input.nullableWithDefault(type.string, CORE, {
    description: `AWS managed policy that lets SSM Agent work: \`${CORE}\`. Null attaches none, for a role whose permissions come from \`inline_policies\` or \`additional_policy_arns\`.`,
    nullIs: 'for none',
    rules: [oneOf([CORE], { code: 'CorePolicy', see: awsPage.defaultHostManagement })],
    samples: [{ value: null }],
  }),
};

export type DefaultHostManagementProps = Props<typeof inputs>;
