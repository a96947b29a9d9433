import { allows, always, isEmpty, isNotEmpty } from './permissions/model';
import type { StatementPermission, Term } from './permissions/model';
import { namedServices } from './services';

const PASS_ROLE = 'iam:PassRole';

type Details = Pick<StatementPermission, 'id' | 'address' | 'granted_to' | 'reason' | 'see'> & {
  readonly roles: readonly Term[];
  /** The input that names the services, as Terraform calls it. @default - pass_role_services */
  readonly services?: string;
  /** What they come to. @default - these, and EC2 by its name in China */
  readonly values?: readonly Term[];
} & Partial<Pick<StatementPermission, 'when'>>;

/** Lets roles be passed to the services that an input names, or to any if it names none. */
export function passesRoles({
  roles,
  services = 'pass_role_services',
  values = namedServices(services),
  when = [],
  ...details
}: Details): [StatementPermission, StatementPermission] {
  const passes = { ...details, actions: always(PASS_ROLE), resources: roles };
  return [
    allows({
      ...passes,
      when: [...when, isNotEmpty(services)],
      conditions: [{ operator: 'StringEquals', key: 'iam:PassedToService', values }],
    }),
    allows({
      ...passes,
      id: `${details.id}_to_any_service`,
      when: [...when, isEmpty(services)],
      reason: `${details.reason} No service is named, so the role may be passed to any.`,
    }),
  ];
}
