import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differs } from '../iam/differences';

export const differences: readonly Difference[] = [
  { ...differs.untriedConditions, see: awsPage.defaultHostManagement },
];
