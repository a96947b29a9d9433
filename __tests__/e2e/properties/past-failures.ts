import type { Case } from './plan-many';

/** Input sets that once failed, and why: drawn again in every run. */
export const PAST_FAILURES: readonly (Omit<Case, 'id'> & { readonly why: string })[] = [
  {
    why: 'the star of a path was a wildcard in the ARN of the own PassRole statement',
    module: 'automation-service-role',
    inputs: { path: '/a*b/${x}/?/' },
  },
];
