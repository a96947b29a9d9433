import type { Difference } from '../../generator/cases';
import { s3Differences } from '../iam/differences';

export const differences: readonly Difference[] = s3Differences;
