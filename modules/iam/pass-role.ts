import { matches } from '../../generator/rules';
import { awsPage } from './aws-pages';
import { allows, always, is, isEmpty, isNotEmpty } from './permissions/model';
import type { StatementCondition, StatementPermission, Term } from './permissions/model';

export const serviceName = matches({
  pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?$',
  refused: 'ec2',
  code: 'ServiceName',
  must: 'must be a service principal',
  remedy: 'write it like "ec2.amazonaws.com"',
  see: awsPage.passRole,
});

export const PASS_ROLE = 'iam:PassRole';

/** EC2 goes by a second name in China, so there it is added to the first. */
const TO_SERVICES: StatementCondition = {
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
};

type Details = Pick<StatementPermission, 'id' | 'address' | 'granted_to' | 'reason' | 'see'> & {
  readonly roles: readonly Term[];
} & Partial<Pick<StatementPermission, 'when'>>;

/** Lets roles be passed to the services that `pass_role_services` names, or to any if it names none. */
export function passesRoles({
  roles,
  when = [],
  ...details
}: Details): [StatementPermission, StatementPermission] {
  const passes = { ...details, actions: always(PASS_ROLE), resources: roles };
  return [
    allows({
      ...passes,
      when: [...when, isNotEmpty('pass_role_services')],
      conditions: [TO_SERVICES],
    }),
    allows({
      ...passes,
      id: `${details.id}_to_any_service`,
      when: [...when, isEmpty('pass_role_services')],
      reason: `${details.reason} No service is named, so the role may be passed to any.`,
    }),
  ];
}
