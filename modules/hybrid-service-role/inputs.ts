import type { Props } from '../../generator/inputs';
import { corePermissionInputs } from '../iam/core-permissions';
import { accountIdInput, partitionInput } from '../iam/partition';
import { roleInputs } from '../iam/role';
import { s3Inputs, s3PolicyNameInput } from '../iam/s3-inputs';
import { confusedDeputyInput, otherTrustedServicesInput } from '../iam/trust-policy';

export const inputs = {
  ...roleInputs({
    roleName: 'SSMServiceRole',
    description: 'Lets AWS Systems Manager manage servers and VMs outside EC2.',
  }),
  ...otherTrustedServicesInput,
  ...confusedDeputyInput,
  ...corePermissionInputs,
  ...s3Inputs,
  ...s3PolicyNameInput,
  ...partitionInput,
  ...accountIdInput,
};

export type HybridServiceRoleProps = Props<typeof inputs>;
