import { TerraformLocal } from 'cdktf';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { warnUnless } from '../../generator/blocks';
import { template } from '../../generator/hcl';
import { declareRefusal } from '../../generator/refusals';
import { rule } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { holdsToken } from '../../generator/tokens';
import { awsPage } from './aws-pages';
import { AWS_POLICY, documentOf, ownPolicies } from './examples';
import { MANAGED_POLICY_PATHS } from './managed-policies';
import type { ManagedPolicy } from './managed-policies';
import { LONGEST_POLICY } from './s3-policy-size';

type Texts = Readonly<Record<string, string>>;

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
  must: `must be at most ${LONGEST_INLINE} characters in all, white space between the words of JSON not counted`,
  remedy: 'make some of them managed policies and attach these',
  see: awsPage.quotas,
  refused: () => ({ Example: documentOf(LONGEST_INLINE + 1) }),
  accepts: (documents) => total(documents) <= LONGEST_INLINE,
  condition: (documents) => `${lengthOfAll(documents)} <= ${LONGEST_INLINE}`,
};

function total(documents: Texts): number {
  return Object.values(documents)
    .filter((document) => !holdsToken(document))
    .reduce((sum, document) => sum + lengthOf(document), 0);
}

/**
 * The same where the module embeds a policy of its own beside the caller's.
 *
 * @param causes inputs that make that policy longer
 */
export function ownInlineFits(
  scope: Construct,
  own: string,
  documents: string,
  causes: string,
): Precondition {
  declareRefusal(scope, {
    failing: ['InlinePolicySize'],
    inputs: { inlinePolicies: { Example: documentOf(LONGEST_INLINE) } },
  });
  const length = `length(jsonencode(${own})) + ${lengthOfAll(documents)}`;
  return {
    condition: template(`${length} <= ${LONGEST_INLINE}`),
    errorMessage: `${causes} must make inline policies of at most ${LONGEST_INLINE} characters in all; make some of them managed policies and attach these [InlinePolicySize]`,
  };
}

/** A managed policy whose length the services in it decide. */
export function policyFits(scope: Construct, content: string): Precondition {
  const inputs = {
    passRoleServices: [`${'a'.repeat(LONGEST_POLICY)}.amazonaws.com`],
    users: ['jane'],
  };
  declareRefusal(scope, { failing: ['PolicySize'], inputs });
  return {
    condition: template(`length(jsonencode(${content})) <= ${LONGEST_POLICY}`),
    errorMessage: `pass_role_services must make a policy of at most ${LONGEST_POLICY} characters; name fewer, or none for any service [PolicySize]`,
  };
}

/** Each role has a managed policy of AWS beside these. */
export const attachmentCount: Rule<Texts> = {
  code: 'AttachmentCount',
  must: `must hold at most ${MOST_ATTACHED - 1} policies: IAM attaches ${MOST_ATTACHED} to a role, and one is AWS's own`,
  remedy: 'join some of them into one policy',
  see: awsPage.quotas,
  refused: () => ownPolicies(MOST_ATTACHED),
  limits: { most: MOST_ATTACHED - 1 },
  accepts: (arns) => Object.keys(arns).length < MOST_ATTACHED,
  condition: (arns) => `length(${arns}) < ${MOST_ATTACHED}`,
};

/**
 * Warns of more attachments than an account allows without asking AWS, and
 * refuses more than AWS allows at all.
 *
 * @param attached expression of the number of all attachments
 * @param causes inputs that add to them
 * @param instance condition of the instance that speaks for all
 * @param another inputs that ask for one attachment more than the caller's and AWS's own
 */
export function limitAttachments(
  scope: Construct,
  attached: string,
  causes: string,
  instance: string,
  another: Readonly<Record<string, unknown>>,
): Precondition {
  declareRefusal(scope, {
    failing: ['AttachmentCount', MANY_ATTACHMENTS],
    inputs: { ...another, additionalPolicyArns: ownPolicies(MOST_ATTACHED - 1) },
  });
  const count = pin(new TerraformLocal(scope, 'attachment_count', template(attached)));
  warnUnless(
    scope,
    'attachments',
    `${count} <= ${MANY_ATTACHED}`,
    `${causes} attach ${template(count)} managed policies to the role; see that the quota "Managed policies per role" of this account allows as many (${awsPage.quotas})`,
    { additionalPolicyArns: ownPolicies(MANY_ATTACHED) },
  );
  return {
    condition: template(`!(${instance}) || ${count} <= ${MOST_ATTACHED}`),
    errorMessage: `${causes} must attach at most ${MOST_ATTACHED} managed policies to the role; join some of them into one policy [AttachmentCount]`,
  };
}

/** Two attachments of one policy are one for IAM: whichever is removed takes it from both. */
export const attachedOnce: Rule<Texts> = rule<Texts>({
  code: 'AttachedTwice',
  must: 'must not name a policy twice',
  remedy: 'remove one of them',
  see: awsPage.arns,
  refused: () => ({ One: AWS_POLICY, Another: AWS_POLICY }),
  accepts: (arns) => {
    const literals = Object.values(arns).filter((arn) => !holdsToken(arn));
    return new Set(literals).size === literals.length;
  },
  condition: (arns) => `length(distinct(values(${arns}))) == length(${arns})`,
});

/**
 * The same about the policies that the module attaches itself, for each of the
 * caller's. Their names are keys in the output that has all attachments.
 *
 * @param managed address of the map of their ARNs
 * @param example one that is among them by default
 */
export function notAttachedAlready(
  scope: Construct,
  managed: string,
  example: ManagedPolicy,
): Precondition {
  const additionalPolicyArns = {
    Example: `arn:aws:iam::aws:policy/${MANAGED_POLICY_PATHS[example]}`,
  };
  declareRefusal(scope, { failing: ['AttachedTwice'], inputs: { additionalPolicyArns } });
  return {
    condition: template(
      `!contains(keys(${managed}), each.key) && !contains(values(${managed}), each.value)`,
    ),
    errorMessage:
      'each entry of additional_policy_arns must have neither the name nor the ARN of a policy that the module attaches itself; remove it, or choose another key [AttachedTwice]',
  };
}

/** The name of a policy that the module makes and attaches is not a key of the caller's. */
export function nameIsFree(arns: string, name: string): Precondition {
  return {
    condition: template(`!contains(keys(${arns}), ${name})`),
    errorMessage: `additional_policy_arns must not have the name of an S3 policy as a key; choose another key [AttachmentKey]`,
  };
}
