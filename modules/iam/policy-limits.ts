import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { warnUnless } from '../../generator/blocks';
import { expr, listed } from '../../generator/expression';
import type { Expr, MapOf, Reference } from '../../generator/expression';
import { some } from '../../generator/nulls';
import { refusing } from '../../generator/refusals';
import type { Rule } from '../../generator/rules';
import { holdsToken } from '../../generator/tokens';
import { awsPage } from './aws-pages';
import { documentOf, ownPolicies } from './examples';
import { MANAGED_POLICY_PATHS } from './managed-policies';
import type { ManagedPolicies } from './managed-policies';
import { LONGEST_POLICY } from './s3-policy-size';

type Texts = MapOf<string>;

const LONGEST_INLINE = 10_240;

/** More than these need a quota that the account may not have. */
const MANY_ATTACHED = 10;
/** More than these IAM does not attach to a role. */
const MOST_ATTACHED = 25;

/** Characters of a document as the provider sends it: without white space, and with escapes for what HTML reads as markup. */
function lengthOf(document: string): number {
  try {
    const sent = JSON.stringify(JSON.parse(document)).replace(/[<>&]/g, '\\u0000');
    return Array.from(sent).length;
  } catch {
    return 0;
  }
}

/** The same of all documents in a map, as an HCL expression. */
const lengthOfAll = (documents: Expr<Texts>): Expr<number> =>
  expr`length(join("", [for document in ${documents} : try(jsonencode(jsondecode(document)), "")]))`;

/**
 * IAM adds up the inline policies of a role, and does not count white space.
 * Space inside quotes is counted here, for AWS does not say that it is not;
 * what is no JSON is refused for that.
 */
export const inlinePolicySize: Rule<Texts> = {
  code: 'InlinePolicySize',
  must: `must be at most ${LONGEST_INLINE} characters in all, not counting the white space of JSON`,
  remedy: 'turn some of them into managed policies and attach those',
  see: awsPage.quotas,
  refused: () => ({ Example: documentOf(LONGEST_INLINE + 1) }),
  accepts: (documents) => total(documents) <= LONGEST_INLINE,
  condition: (documents) => expr`${lengthOfAll(documents)} <= ${LONGEST_INLINE}`,
};

function total(documents: Texts): number {
  return Object.values(some(documents))
    .filter((document) => !holdsToken(document))
    .reduce((sum, document) => sum + lengthOf(document), 0);
}

/**
 * The same where the module embeds a policy of its own beside the caller's.
 *
 * @param causes other inputs, which make that policy longer
 * @param example literals of inputs with which there is such a policy
 */
export function ownInlineFits(
  scope: Construct,
  own: Expr<object>,
  documents: Reference<Texts>,
  causes: readonly Reference<unknown>[],
  example: Readonly<Record<string, unknown>> = {},
): Precondition {
  const inputs = { ...example, inlinePolicies: { Example: documentOf(LONGEST_INLINE) } };
  return refusing(
    scope,
    { failing: ['InlinePolicySize'], inputs },
    expr`length(jsonencode(${own})) + ${lengthOfAll(documents)} <= ${LONGEST_INLINE}`,
    `${listed([documents, ...causes])} must make inline policies of at most ${LONGEST_INLINE} characters in all; turn some of them into managed policies and attach those`,
  );
}

/**
 * A managed policy whose length what is named in it decides.
 *
 * @param tooLong literals of inputs with which it is longer than IAM takes
 */
export function policyFits(
  scope: Construct,
  content: Expr<object>,
  causes: readonly Reference<unknown>[],
  tooLong: Readonly<Record<string, unknown>>,
): Precondition {
  return refusing(
    scope,
    { failing: ['PolicySize'], inputs: tooLong },
    expr`length(jsonencode(${content})) <= ${LONGEST_POLICY}`,
    `${listed(causes)} must make a policy of at most ${LONGEST_POLICY} characters; name fewer, or divide them among several calls of the module`,
  );
}

/** A policy as JSON. */
export const policyJson = (statements: Expr<readonly object[]>): Expr<string> =>
  expr`jsonencode({ Version = "2012-10-17", Statement = ${statements} })`;

/**
 * The policy of the caller's buckets is no longer than IAM takes; those of AWS's buckets are not.
 *
 * @param all statements by policy
 */
export function s3PoliciesFit(
  scope: Construct,
  all: Expr<MapOf<readonly object[]>>,
  buckets: Reference<unknown>,
): Precondition {
  const s3Buckets = Array.from({ length: 50 }, (_, i) => ({
    name: `example-${i}-`.padEnd(63, 'x'),
  }));
  const length = expr`length(${policyJson(expr`${all}.buckets`)})`;
  return refusing(
    scope,
    { failing: ['S3PolicySize'], inputs: { s3Buckets } },
    expr`${length} <= ${LONGEST_POLICY}`,
    `${buckets.name} must make a policy of at most ${LONGEST_POLICY} characters; call s3-access-policy once more for some of the buckets`,
  );
}

/**
 * Refuses more attachments than IAM takes, and warns of more than an account
 * allows without asking AWS.
 *
 * @param attached number of all attachments
 * @param causes inputs that add to them
 */
export function limitAttachments(
  scope: Construct,
  attached: Expr<number>,
  causes: readonly Reference<unknown>[],
): Precondition {
  const names = listed(causes);
  warnUnless(
    scope,
    'attachments',
    expr`${attached} <= ${MANY_ATTACHED}`,
    `the role gets more than ${MANY_ATTACHED} managed policies, counting those of ${names}; check that the quota "Managed policies per role" of this account allows that many (${awsPage.quotas})`,
    { additionalPolicyArns: ownPolicies(MANY_ATTACHED + 1) },
  );
  const inputs = { additionalPolicyArns: ownPolicies(MOST_ATTACHED + 1) };
  return refusing(
    scope,
    { failing: ['AttachmentCount', 'check.attachments'], inputs },
    expr`${attached} <= ${MOST_ATTACHED}`,
    `${names} must attach at most ${MOST_ATTACHED} managed policies to the role, counting AWS's own; combine some of them into one policy`,
  );
}

/**
 * Two attachments of one policy are one for IAM: whichever is removed takes it from both.
 *
 * @param managed what the module attaches of AWS's
 */
export function attachedOnce(
  scope: Construct,
  arns: Reference<Texts>,
  managed?: ManagedPolicies,
): Precondition {
  const named = managed && MANAGED_POLICY_PATHS[managed.example];
  const arn = `arn:aws:iam::aws:policy/${named ?? 'ReadOnlyAccess'}`;
  const twice = { Example: arn, ...(managed === undefined && { Other: arn }) };
  const all = managed
    ? expr`concat(values(${managed.arns}), values(${arns}))`
    : expr`values(${arns})`;
  const nor = managed ? `, nor one that ${managed.by} attaches` : '';
  return refusing(
    scope,
    { failing: ['AttachedTwice'], inputs: { additionalPolicyArns: twice } },
    // a key that is there twice is an error
    expr`can({ for arn in ${all} : arn => arn })`,
    `${arns.name} must not name a policy twice${nor}; remove it`,
  );
}
