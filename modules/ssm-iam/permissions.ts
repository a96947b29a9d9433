import type { ModuleDefinition } from '../../generator/module';
import { callOf } from '../../generator/module-call';
import { awsPage } from '../iam/aws-pages';
import { permissionsOf } from '../iam/permissions/domain';
import { always, is, isNot } from '../iam/permissions/model';
import type { Permission, PermissionsModel, Term, When } from '../iam/permissions/model';
import { passesRoles } from '../iam/pass-role';
import type { Called } from './construct';

/** What stands before a path in a text: nothing, or what is done with it. */
const PLACEHOLDER = /(?<=\$\{)(tables\.\w+\[|(?:literally|folder)\()?([\w.]+)/g;

type Rename = (path: string) => string;

/** All that the modules can grant, by the inputs of the root, and what it adds itself. */
export function rootPermissions(
  { byObject, s3Policy }: Called,
  nodeRoles: readonly ModuleDefinition[],
): PermissionsModel {
  const ofObjects = byObject.flatMap((called) => {
    const label = callOf(called).name;
    return permissionsOf(called.domain).permissions.map((permission) =>
      moved(permission, label, (path) => `${label}.${path}`, [isNot(label, null)]),
    );
  });
  const sharedPolicy = permissionsOf(s3Policy.domain).permissions.map((permission) => ({
    ...moved(permission, callOf(s3Policy).name, (path) => path, []),
    granted_to: nodeRoles.flatMap(rolesOf),
  }));
  const all = [...byObject, s3Policy].map(({ domain }) => permissionsOf(domain));
  return {
    permissions: [...ofObjects, passesInstanceRole(), ...sharedPolicy],
    tables: Object.assign({}, ...all.map(({ tables }) => tables)) as PermissionsModel['tables'],
    managed_policies: Object.assign(
      {},
      ...all.map(({ managed_policies }) => managed_policies),
    ) as PermissionsModel['managed_policies'],
  };
}

/** A permission of a called module, as its caller sees it. */
function moved<P extends Permission>(
  permission: P,
  label: string,
  rename: Rename,
  when: readonly When[],
): P {
  const inCaller = renamed(permission, rename) as P;
  return {
    ...inCaller,
    id: `${label}.${permission.id}`,
    address: `module.${label}.${permission.address}`,
    when: [...when, ...inCaller.when],
  };
}

/** The same with every path in it renamed; what `for_each` runs over has no name of its own. */
function renamed(value: unknown, rename: Rename, key = ''): unknown {
  const outer = (path: string): string => (/^each\b/.test(path) ? path : rename(path));
  if (typeof value === 'string') {
    return key === 'value' || key === 'for_each'
      ? outer(value)
      : value.replace(
          PLACEHOLDER,
          (_, around: string | undefined, path: string) => `${around ?? ''}${outer(path)}`,
        );
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => renamed(item, rename));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, renamed(item, rename, name)]),
      )
    : value;
}

/** Whom a module gives what its caller adds: the role that it makes, or the one that exists. */
function rolesOf(called: ModuleDefinition): Term[] {
  const label = callOf(called).name;
  const [added] = permissionsOf(called.domain).permissions.filter(
    ({ for_each }) => for_each === 'additional_policy_arns',
  );
  const terms = renamed(added?.granted_to ?? [], (path) => `${label}.${path}`) as readonly Term[];
  return terms.map(({ when = [], ...term }) => ({ ...term, when: [isNot(label, null), ...when] }));
}

/** What `automation_service_role` gets because there is an instance profile with a role of its own. */
function passesInstanceRole(): Permission {
  const [statement] = passesRoles({
    id: 'pass_instance_profile_role',
    address: 'aws_iam_role_policy.own',
    granted_to: always('role/${role_name}'),
    roles: always('the role of instance_profile'),
    reason: 'A runbook gives the role of the instance profile to the instances that it launches.',
    see: awsPage.automation,
  });
  const label = 'automation_service_role';
  const made = [
    isNot(label, null),
    isNot('instance_profile', null),
    is('instance_profile.create_role', true),
  ];
  return {
    ...moved(statement, label, (path) => `${label}.${path}`, made),
    resources: always(
      'arn:${partition}:iam::${account_id}:role${instance_profile.path}${instance_profile.role_name}',
    ),
  };
}
