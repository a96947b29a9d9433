import { PATCH_BUCKETS } from '../../fixtures/patch-bucket-table';
import type { ResourceChange } from '../harness/workspace';
import { ownPolicyLength } from './grants';
import { SESSION_MANAGER } from './input-sets';
import type { Case } from './plan-many';
import { managedNames } from './planned-role';

const policyArns = ({ inputs }: Case): string[] =>
  Object.values((inputs.additional_policy_arns ?? {}) as Record<string, string>);
export const namesTwice = (one: Case): boolean =>
  new Set(policyArns(one)).size < policyArns(one).length;
export const namesPolicyOfAws = (one: Case): boolean =>
  policyArns(one).some((arn) => arn.includes('iam::aws:policy'));

/** Whether IAM would attach as many policies to the role. */
export function attachesTooMany(one: Case, planned: Planned): boolean {
  const ofS3 = planned.filter(({ address }) => address.includes('.aws_iam_policy.s3['));
  const count = managedNames(one).length + policyArns(one).length + ofS3.length;
  return 'role_name' in one.inputs && count > 25;
}

export type Planned = readonly ResourceChange[];

const has = (planned: Planned, part: string): boolean =>
  planned.some(({ address }) => address.includes(part));
const isAsked = ({ inputs }: Case, input: string): boolean =>
  Object.keys(inputs[input] ?? []).length > 0;

/** Whether people get a policy that the module makes. */
const makesPolicyForPeople = (one: Case): boolean =>
  one.module === 'user-access'
    ? one.inputs.access === 'read-only' || isAsked(one, 'pass_role_arns')
    : 'users' in one.inputs;

/** Whether the role gets an inline policy for sessions. */
const makesSessionPolicy = (one: Case): boolean =>
  one.inputs.core_policy === SESSION_MANAGER ||
  isAsked(one, 'session_kms_key_arns') ||
  isAsked(one, 'session_log_group_arns');

/** Whether everything is planned that a precondition can hold back. */
export function isWhole(one: Case, planned: Planned): boolean {
  const { module } = one;
  return (
    (!isAsked(one, 's3_buckets') || has(planned, 'aws_iam_policy.s3["buckets"]')) &&
    (!('s3_buckets' in one.inputs && isAsked(one, 'regions')) ||
      has(planned, 'aws_iam_policy.s3["agent"]')) &&
    (!makesSessionPolicy(one) || has(planned, 'aws_iam_role_policy.session')) &&
    (!/^(automation-.*|maintenance-window|notification)-role$/.test(module) ||
      has(planned, 'aws_iam_role_policy.own')) &&
    (!makesPolicyForPeople(one) || has(planned, 'aws_iam_policy.this'))
  );
}

/** Whether all regions are of the partition; those drawn that AWS lists are of one. */
export const hasKnownRegions = ({ inputs }: Case): boolean =>
  !('s3_buckets' in inputs) ||
  ((inputs.regions ?? []) as string[]).every(
    (region) => (inputs.partition ?? 'aws') === 'aws' && region in PATCH_BUCKETS,
  );

export const LONGEST_POLICY = 6144;
/** The names of statements, which are not counted. */
export const NAMES = 250;

/** Whether the policy of the own buckets is longer than IAM takes, or may be with so many characters more. */
export function tooLong(one: Case, more = 0): boolean {
  return isAsked(one, 's3_buckets') && ownPolicyLength(one.inputs) + more > LONGEST_POLICY;
}

/** Whether a plan may refuse it, for the size, the regions or what is attached twice. */
export const mayBeRefused = (one: Case): boolean =>
  tooLong(one, NAMES) ||
  !hasKnownRegions(one) ||
  policyArns(one).length > 15 ||
  namesTwice(one) ||
  namesPolicyOfAws(one);

export const bucketsPolicy = (planned: Planned): string | undefined =>
  planned.find(({ address }) => address.includes('aws_iam_policy.s3["buckets"]'))?.change.after
    ?.policy as string | undefined;

/** Whether the policy of the own buckets is too long and should not be, or the other way round. */
export function isOfWrongLength(one: Case, planned: Planned): boolean {
  const { length } = bucketsPolicy(planned) ?? '';
  return length > LONGEST_POLICY
    ? ownPolicyLength(one.inputs) <= LONGEST_POLICY - NAMES
    : tooLong(one);
}
