import type { Statement } from '../document';
import { is } from './model';
import type { StatementCondition, Term, TrustPermission, When } from './model';

/** EC2 as a principal: its name differs in China. */
export const EC2: readonly Term[] = [
  {
    text: 'ec2.amazonaws.com',
    when: [{ value: 'partition', test: 'is-not', operands: ['aws-cn'] }],
  },
  { text: 'ec2.amazonaws.com.cn', when: [is('partition', 'aws-cn')] },
];

/** A statement's conditions, as data. */
export function conditions(
  ofStatement: Statement['Condition'],
  ...when: readonly When[]
): StatementCondition[] {
  return Object.entries(ofStatement ?? {}).flatMap(([operator, byKey]) =>
    Object.entries(byKey).map(([key, values]) => ({
      operator,
      key,
      values: [values].flat().map((text) => ({ text })),
      ...(when.length > 0 && { when }),
    })),
  );
}

type Details = Pick<TrustPermission, 'id' | 'services' | 'reason' | 'see'> &
  Partial<Pick<TrustPermission, 'conditions' | 'when'>>;

/** Lets services assume the role that the module makes. */
export function trusts(details: Details): TrustPermission {
  return {
    kind: 'trust',
    address: 'aws_iam_role.this',
    when: [],
    granted_to: [],
    actions: [{ text: 'sts:AssumeRole' }],
    conditions: [],
    ...details,
  };
}
