import { PATCH_BUCKETS } from '../../fixtures/patch-bucket-table';
import { SESSION_MANAGER } from './input-sets';
import type { Case } from './plan-many';
import { LONGEST_INLINE } from './ranges';

/** Input sets that once failed, and why: drawn again in every run. */
export const PAST_FAILURES: readonly (Omit<Case, 'id'> & { readonly why: string })[] = [
  {
    why: 'the star of a path was a wildcard in the ARN of the own PassRole statement',
    module: 'automation-service-role',
    inputs: { path: '/a*b/${x}/?/' },
  },
  {
    why: 'only the first S3 policy said that names with a number are too long, the provider the others',
    module: 's3-access-policy',
    inputs: { policy_name: 'a'.repeat(120), regions: Object.keys(PATCH_BUCKETS) },
  },
  {
    why: 'a role that exists was never drawn',
    module: 'instance-profile',
    inputs: { create_role: false, existing_role_name: 'Mine', s3_buckets: [] },
  },
  {
    why: 'synth counted the root twice and refused what Terraform, for which a set has it once, plans',
    module: 'parameter-store-access',
    inputs: { paths: ['/', '/'], users: ['jane'] },
  },
  {
    why: 'the policy for sessions was not expected, and an inline policy at the limit leaves no room for it',
    module: 'hybrid-service-role',
    inputs: { core_policy: SESSION_MANAGER, inline_policies: { long: LONGEST_INLINE } },
  },
];
