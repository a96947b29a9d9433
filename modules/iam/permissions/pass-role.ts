import { always, is, isNotEmpty } from './model';
import type { StatementCondition, StatementPermission, Term } from './model';

/** Only to the services that `pass_role_services` names; to any if it names none. */
const ONLY_TO_SERVICES: readonly StatementCondition[] = [
  {
    operator: 'StringEquals',
    key: 'iam:PassedToService',
    values: [
      { text: '${each.value}', for_each: 'pass_role_services' },
      {
        text: 'ec2.amazonaws.com.cn',
        when: [
          is('partition', 'aws-cn'),
          { value: 'pass_role_services', test: 'contains', operands: ['ec2.amazonaws.com'] },
        ],
      },
    ],
    when: [isNotEmpty('pass_role_services')],
  },
];

type Details = Pick<StatementPermission, 'id' | 'address' | 'granted_to' | 'reason' | 'see'> & {
  readonly roles: readonly Term[];
} & Partial<Pick<StatementPermission, 'when'>>;

/** Lets roles be passed to the services that `pass_role_services` names. */
export function passesRoles({ roles, ...details }: Details): StatementPermission {
  return {
    kind: 'statement',
    when: [],
    actions: always('iam:PassRole'),
    resources: roles,
    conditions: ONLY_TO_SERVICES,
    ...details,
  };
}
