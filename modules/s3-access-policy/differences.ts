import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { s3Differences } from '../iam/differences';

export const differences: readonly Difference[] = [
  ...s3Differences,
  {
    page: 'One policy.',
    module: 'As many as IAM makes necessary: a number follows the name of all but the first.',
    why: 'IAM takes 6,144 characters in a managed policy, which is about ten regions.',
    see: awsPage.quotas,
  },
];
