import type { Domain } from '../../generator/domain';
import { link } from '../../generator/readme/markdown';
import { awsPage } from '../iam/aws-pages';
import { EXISTING_POLICY } from '../iam/existing-policy';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { grants } from './grants';
import { inputs } from './inputs';

const permissions = permissionsDomain(permissionsModel(grants), inputs);

const TRAPS = [
  '## Before you rely on a path',
  [
    `- A path cannot have exceptions. IAM checks \`ssm:GetParametersByPath\` against ${link('the path of the call', awsPage.parameterRetrieval)}, not against the parameters that it returns. If \`/a\` is allowed, a call for \`/a\` returns \`/a/b\`, even if another policy denies \`/a/b\`. Store parameters that fewer people may read under a separate path.`,
    '- To deny a parameter in another policy, deny all four read actions (`ssm:GetParameter*`), and `ssm:GetParametersByPath` on every path above it, `/` included.',
    '- `ssm:GetParameterHistory` returns the current value too. That is why `history` is off.',
    '- Other policies of the same role count too. AmazonSSMManagedInstanceCore lets a node read every parameter, so on nodes with that policy only the KMS key protects a `SecureString`.',
    '- The key policy of the AWS managed key `aws/ssm` lets every principal of the account decrypt through Parameter Store, and you cannot change that policy. Encrypt what must stay secret with a customer managed key, and name it in `kms_key_arns`.',
    '- AWS prints the ARN of one parameter in `kms:EncryptionContext:PARAMETER_ARN`. The module compares it with the ARNs of the paths by `StringLike`, which was not tried with a live account.',
    '- The Terraform resource `aws_ssm_parameter` needs more than `administer`: `describe = true`, and `ssm:ListTagsForResource` and `ssm:AddTagsToResource` in a policy of your own.',
  ].join('\n'),
];

export const domain: Domain = {
  ...permissions,
  sections: [...permissions.sections, ...TRAPS, ...EXISTING_POLICY],
};
