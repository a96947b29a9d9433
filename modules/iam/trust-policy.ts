import { expr } from '../../generator/expression';
import { input } from '../../generator/inputs';
import { notNull } from '../../generator/null-rules';
import { each, lacks, rule } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { holdsToken } from '../../generator/tokens';
import * as type from '../../generator/types';
import { awsPage } from './aws-pages';
import { always, is, isNot, isNotEmpty } from './permissions/model';
import type { Term, TrustPermission } from './permissions/model';
import { serviceName } from './services';

export const SSM = 'ssm.amazonaws.com';

/** EC2 as a principal: the one service here whose name differs in China. */
export const EC2: readonly Term[] = [
  { text: 'ec2.amazonaws.com', when: [isNot('partition', 'aws-cn')] },
  { text: 'ec2.amazonaws.com.cn', when: [is('partition', 'aws-cn')] },
];

export const confusedDeputyInput = {
  confusedDeputyProtection: input.withDefault(type.bool, true, {
    description:
      "Let Systems Manager assume the role for this account's own resources only (aws:SourceAccount and aws:SourceArn). False trusts the service without a condition, as older AWS pages do.",
  }),
};

/** The same where AWS prints no condition and nobody is known to have tried one: off by default. */
export const untriedConfusedDeputyInput = {
  confusedDeputyProtection: input.withDefault(type.bool, false, {
    description:
      "Let Systems Manager assume the role for this account's own resources only (aws:SourceAccount and aws:SourceArn). Off by default: AWS documents no such condition for this role, and whether Systems Manager sends these keys here is not known.",
  }),
};

/** As JSON, which leaves room for the other statements in what IAM takes without a raised quota. */
const LONGEST_SERVICES = 1_500;

const trustPolicySize = (longest: number) =>
  rule<readonly string[]>({
    code: 'TrustPolicySize',
    must: `must be at most ${longest} characters as a JSON list, since IAM allows 2048 in a trust policy`,
    remedy: 'name fewer services, or create another role for some of them',
    see: awsPage.quotas,
    refused: () => [`${'a'.repeat(longest)}.amazonaws.com`],
    accepts: (services) => {
      const literals = services.filter((service) => !holdsToken(service));
      return JSON.stringify([...new Set(literals)]).length <= longest;
    },
    condition: (services) => expr`length(jsonencode(${services})) <= ${longest}`,
  });

/** Systems Manager has a statement already; one without its conditions would undo them. */
const notSystemsManager = lacks('^ssm\\.', {
  refused: SSM,
  code: 'UnguardedTrust',
  must: 'must not be Systems Manager, which the role already trusts',
  remedy: 'leave it out',
  see: awsPage.confusedDeputy,
});

/** More services that may assume the role. */
function trustedServices(longest: number, ...rules: readonly Rule<readonly string[]>[]) {
  return {
    trustedServices: input.withDefault(type.set(type.string), [] as readonly string[], {
      description:
        'More services that may assume the role, like `events.amazonaws.com`, without a condition. In aws-cn EC2 is `ec2.amazonaws.com.cn`.',
      rules: [each(notNull(serviceName)), ...rules, trustPolicySize(longest)],
      samples: [{ value: ['events.amazonaws.com'] }],
    }),
  };
}

export const trustedServicesInput = trustedServices(LONGEST_SERVICES);

/** Of a role that trusts Systems Manager. */
export const otherTrustedServices = (longest: number) =>
  trustedServices(longest, each(notSystemsManager));

export const otherTrustedServicesInput = otherTrustedServices(LONGEST_SERVICES);

type Details = Pick<TrustPermission, 'id' | 'reason' | 'see'> &
  Partial<Pick<TrustPermission, 'services' | 'accounts' | 'conditions' | 'when'>>;

/** Lets services, or AWS accounts, assume the role that the module makes. */
export function trusts(details: Details): TrustPermission {
  return {
    kind: 'trust',
    address: 'aws_iam_role.this',
    when: [],
    granted_to: [],
    actions: always('sts:AssumeRole'),
    services: [],
    conditions: [],
    ...details,
  };
}

/** Lets the services of the caller's choice assume the role, in a statement of their own. */
export const trustsOthers = (): TrustPermission =>
  trusts({
    id: 'trusted_services',
    when: [isNotEmpty('trusted_services')],
    services: [{ text: '${each.value}', for_each: 'trusted_services' }],
    reason:
      'Services of your choice. No condition limits them to your own account. With EC2, every instance that has the role can do what the role may do.',
    see: awsPage.confusedDeputy,
  });

interface FromAccount extends Pick<TrustPermission, 'id' | 'reason' | 'see'> {
  /** Kind of this account's Systems Manager resources that the request has to come from: the end of their ARNs. */
  readonly resource: string;
  readonly operator: 'ArnEquals' | 'ArnLike';
  /** Why it is trusted without the conditions. @default - as on older AWS pages */
  readonly withoutCondition?: string;
}

/**
 * Lets Systems Manager assume the role for resources of this account, or for
 * any if the protection against the confused deputy is switched off.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html
 */
export function trustsSystemsManager({
  id,
  resource,
  operator,
  reason,
  withoutCondition = 'As on older AWS pages: Systems Manager may assume the role on behalf of any account.',
  see,
}: FromAccount): TrustPermission[] {
  const isProtected = (wanted: boolean) => [is('confused_deputy_protection', wanted)];
  const services = always(SSM);
  // every region: a role is global, and the account is already fixed
  const arn = `arn:\${partition}:ssm:*:\${account_id}:${resource}`;
  return [
    trusts({
      id,
      when: isProtected(true),
      services,
      conditions: [
        { operator: 'StringEquals', key: 'aws:SourceAccount', values: always('${account_id}') },
        { operator, key: 'aws:SourceArn', values: always(arn) },
      ],
      reason,
      see,
    }),
    trusts({
      id: `${id}_without_condition`,
      when: isProtected(false),
      services,
      reason: withoutCondition,
      see,
    }),
  ];
}

/**
 * The same where AWS prints no condition: see `untriedConfusedDeputyInput`.
 *
 * @param to what Systems Manager assumes the role for: `run tasks`
 */
export const trustsAsPrinted = (to: string, see: string): TrustPermission[] =>
  trustsSystemsManager({
    id: 'trust_systems_manager',
    resource: '*',
    operator: 'ArnLike',
    reason: `Systems Manager assumes the role to ${to}. The conditions limit it to your own account. The stars match every region and every resource: AWS does not document which one the request names.`,
    withoutCondition: `As AWS prints it: Systems Manager assumes the role to ${to}, on behalf of any account.`,
    see,
  });
