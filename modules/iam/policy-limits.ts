import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { local, warnUnless } from '../../generator/blocks';
import { Expr, expr, listed } from '../../generator/expression';
import type { MapOf, Reference } from '../../generator/expression';
import { some } from '../../generator/nulls';
import { refusing } from '../../generator/refusals';
import { rule } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { holdsToken } from '../../generator/tokens';
import { awsPage } from './aws-pages';
import { AWS_POLICY, documentOf, ownPolicies } from './examples';
import { MANAGED_POLICY_PATHS } from './managed-policies';
import type { ManagedPolicy } from './managed-policies';
import { LONGEST_POLICY } from './s3-policy-size';

type Texts = MapOf<string>;

const LONGEST_INLINE = 10_240;

/** Address of the warning of many attachments. */
export const MANY_ATTACHMENTS = 'check.attachments';

/** More than these need a quota that the account may not have; more than the second no account gets. */
const [MANY_ATTACHED, MOST_ATTACHED] = [10, 25];

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
const lengthOfAll = (documents: string): string =>
  `length(join("", [for document in ${documents} : try(jsonencode(jsondecode(document)), "")]))`;

/**
 * IAM adds up the inline policies of a role, and does not count white space.
 * Space inside quotes is counted here, for AWS does not say that it is not;
 * what is no JSON is refused for that.
 */
export const inlinePolicySize: Rule<Texts> = {
  code: 'InlinePolicySize',
  must: `must be at most ${LONGEST_INLINE} characters in all, without the white space of JSON`,
  remedy: 'make some of them managed policies and attach these',
  see: awsPage.quotas,
  refused: () => ({ Example: documentOf(LONGEST_INLINE + 1) }),
  accepts: (documents) => total(documents) <= LONGEST_INLINE,
  condition: (documents) => `${lengthOfAll(documents)} <= ${LONGEST_INLINE}`,
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
 */
export function ownInlineFits(
  scope: Construct,
  own: Expr<object>,
  documents: Reference<Texts>,
  causes: readonly Reference<unknown>[],
): Precondition {
  const inputs = { inlinePolicies: { Example: documentOf(LONGEST_INLINE) } };
  const theirs = new Expr<number>(lengthOfAll(documents.expression));
  return refusing(
    scope,
    { failing: ['InlinePolicySize'], inputs },
    expr`length(jsonencode(${own})) + ${theirs} <= ${LONGEST_INLINE}`,
    `${listed([documents, ...causes])} must make inline policies of at most ${LONGEST_INLINE} characters in all; make some of them managed policies and attach these`,
  );
}

/** A managed policy whose length what is named in it decides. */
export function policyFits(
  scope: Construct,
  content: Expr<object>,
  causes: readonly Reference<readonly string[]>[],
): Precondition {
  const inputs = {
    passRoleServices: [`${'a'.repeat(LONGEST_POLICY)}.amazonaws.com`],
    users: ['jane'],
  };
  return refusing(
    scope,
    { failing: ['PolicySize'], inputs },
    expr`length(jsonencode(${content})) <= ${LONGEST_POLICY}`,
    `${listed(causes)} must make a policy of at most ${LONGEST_POLICY} characters; name fewer, or share them out to several calls of the module`,
  );
}

/** The policy of the caller's buckets, or one that every region fits. */
export function s3PolicyFits(
  scope: Construct,
  document: Expr<string>,
  buckets: Reference<unknown>,
): Precondition {
  const s3Buckets = Array.from({ length: 50 }, (_, i) => ({
    name: `example-${i}-`.padEnd(63, 'x'),
  }));
  return refusing(
    scope,
    { failing: ['S3PolicySize'], inputs: { s3Buckets } },
    expr`length(${document}) <= ${LONGEST_POLICY}`,
    `${buckets.name} must make a policy of at most ${LONGEST_POLICY} characters; call s3-access-policy once more for some of the buckets`,
  );
}

/** What the module attaches beside these is counted in a precondition. */
export const attachmentCount: Rule<Texts> = {
  code: 'AttachmentCount',
  must: `must hold at most ${MOST_ATTACHED} policies, for IAM attaches no more to a role`,
  remedy: 'join some of them into one policy',
  see: awsPage.quotas,
  refused: () => ownPolicies(MOST_ATTACHED + 1),
  limits: { most: MOST_ATTACHED },
  accepts: (arns) => Object.keys(arns).length <= MOST_ATTACHED,
  condition: (arns) => `length(${arns}) <= ${MOST_ATTACHED}`,
};

/**
 * Warns of more attachments than an account allows without asking AWS, and
 * refuses more than AWS allows at all.
 *
 * @param attached number of all attachments
 * @param causes inputs that add to them
 * @param another inputs that ask for one attachment more than the caller's and AWS's own
 */
export function limitAttachments(
  scope: Construct,
  attached: Expr<number>,
  causes: readonly Reference<unknown>[],
  another: Readonly<Record<string, unknown>>,
): Precondition {
  const count = local(scope, 'attachment_count', attached);
  const names = listed(causes);
  const inputs = { ...another, additionalPolicyArns: ownPolicies(MOST_ATTACHED - 1) };
  const few = refusing(
    scope,
    { failing: ['AttachmentCount', MANY_ATTACHMENTS], inputs },
    expr`${count} <= ${MOST_ATTACHED}`,
    `${names} must attach, with AWS's own, at most ${MOST_ATTACHED} managed policies to the role; join some of them into one policy`,
  );
  warnUnless(
    scope,
    'attachments',
    expr`${count} <= ${MANY_ATTACHED}`,
    `the role gets ${count.inString} managed policies, with those of ${names}; see that the quota "Managed policies per role" of this account allows as many (${awsPage.quotas})`,
    { additionalPolicyArns: ownPolicies(MANY_ATTACHED) },
  );
  return few;
}

/** Two attachments of one policy are one for IAM: whichever is removed takes it from both. */
export const attachedOnce: Rule<Texts> = rule<Texts>({
  code: 'AttachedTwice',
  must: 'must not name a policy twice',
  remedy: 'remove one of them',
  see: awsPage.arns,
  refused: () => ({ One: AWS_POLICY, Another: AWS_POLICY }),
  accepts: (arns) => {
    const literals = Object.values(some(arns)).filter((arn) => !holdsToken(arn));
    return new Set(literals).size === literals.length;
  },
  // a key that is there twice is an error
  condition: (arns) => `can({ for arn in ${arns} : arn => arn if arn != null })`,
});

/**
 * The same about the policies that the module attaches itself.
 *
 * @param managed name => ARN of these
 * @param by what attaches them
 * @param example one that is among them by default
 */
export function notAttachedAlready(
  scope: Construct,
  arns: Reference<Texts>,
  managed: Expr<Texts>,
  by: string,
  example: ManagedPolicy,
): Precondition {
  const arn = `arn:aws:iam::aws:policy/${MANAGED_POLICY_PATHS[example]}`;
  return refusing(
    scope,
    { failing: ['AttachedTwice'], inputs: { additionalPolicyArns: { Example: arn } } },
    expr`alltrue([for arn in ${managed} : !contains(values(${arns}), arn)])`,
    `each value of ${arns.name} must not be the ARN of a policy that ${by} attaches; remove it`,
  );
}
