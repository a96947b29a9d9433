import { input } from '../../generator/inputs';
import * as type from '../../generator/types';
import { always, is, isNot } from './permissions/model';
import type { Term, TrustPermission } from './permissions/model';

export const SSM = 'ssm.amazonaws.com';

/** EC2 as a principal: the one service here whose name differs in China. */
export const EC2: readonly Term[] = [
  { text: 'ec2.amazonaws.com', when: [isNot('partition', 'aws-cn')] },
  { text: 'ec2.amazonaws.com.cn', when: [is('partition', 'aws-cn')] },
];

export const confusedDeputyInput = {
  confusedDeputyProtection: input.withDefault(type.bool, true, {
    description:
      "Let Systems Manager assume the role for this account's own resources only (aws:SourceAccount and aws:SourceArn). False trusts the service without a condition, as older AWS pages print it.",
  }),
};

type Details = Pick<TrustPermission, 'id' | 'services' | 'reason' | 'see'> &
  Partial<Pick<TrustPermission, 'conditions' | 'when'>>;

/** Lets services assume the role that the module makes. */
export function trusts(details: Details): TrustPermission {
  return {
    kind: 'trust',
    address: 'aws_iam_role.this',
    when: [],
    granted_to: [],
    actions: always('sts:AssumeRole'),
    conditions: [],
    ...details,
  };
}

interface FromAccount extends Pick<TrustPermission, 'id' | 'reason' | 'see'> {
  /** Kind of this account's Systems Manager resources that the request has to come from: the end of their ARNs. */
  readonly resource: string;
  readonly operator: 'ArnEquals' | 'ArnLike';
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
      reason: 'As older AWS pages print it: Systems Manager may act as the role for any account.',
      see,
    }),
  ];
}
