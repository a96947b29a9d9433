import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differs, s3Differences } from '../iam/differences';

export const differsFromPage = {
  ownS3Policy: {
    page: 'The policy for S3 is made first, and attached to the role.',
    module: 'It is made with the role and named after it.',
    why: 'The module makes the S3 policies itself, so one call is enough. Where roles are to share them, `s3-access-policy` makes them and `additional_policy_arns` attaches them.',
    see: awsPage.instanceProfile,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = [
  differs.narrowCore,
  ...Object.values(differsFromPage),
  ...s3Differences,
  differs.registersItsKind,
  differs.namedLogGroups,
  differs.namedLogBuckets,
  differs.inlineSessions,
  differs.ec2InChina,
];
