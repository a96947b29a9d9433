import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import * as type from '../../generator/types';
import { corePermissionInputs } from '../iam/core-permissions';
import { policyName } from '../iam/names';
import { accountIdInput, partitionInput } from '../iam/partition';
import { roleInputs } from '../iam/role';
import { s3Inputs } from '../iam/s3-inputs';
import { confusedDeputyInput } from '../iam/trust-policy';

export const inputs = {
  ...roleInputs({
    roleName: 'SSMServiceRole',
    description: 'Lets AWS Systems Manager manage servers and VMs outside EC2.',
  }),
  ...confusedDeputyInput,
  ...corePermissionInputs,
  ...s3Inputs,
  s3PolicyName: input.nullable(type.string, {
    description: "Name of the S3 access policy. Null: the role's name followed by `S3Policy`.",
    rules: [policyName],
  }),
  ...partitionInput,
  ...accountIdInput,
};

export type HybridServiceRoleProps = Props<typeof inputs>;
