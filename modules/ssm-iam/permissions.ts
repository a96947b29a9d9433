import { callOf } from '../../generator/module-call';
import { snakeCase } from '../../generator/names';
import { calledPermissions } from '../iam/permissions/called';
import type { Argument, Arguments } from '../iam/permissions/called';
import { permissionsOf } from '../iam/permissions/domain';
import { isNotEmpty } from '../iam/permissions/model';
import type { Permission, PermissionsModel } from '../iam/permissions/model';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { asks, defaultOf } from './calls';
import type { CallOf, Source } from './calls';
import type { RootInput } from './inputs';

/** All that the called modules can grant with what they are called with. */
export function rootPermissions(calls: readonly CallOf[]): PermissionsModel {
  return permissionsModel(calls.flatMap((call) => ofCall(call, calls)));
}

function ofCall(call: CallOf, calls: readonly CallOf[]): Permission[] {
  const { name } = callOf(call.called);
  const model = permissionsOf(call.called.domain);
  return calledPermissions(model, argumentsOf(call, calls))
    .flatMap((permission) => forEachList(permission, call.forAnyOf))
    .map((permission) => ({
      ...permission,
      id: `${name}.${permission.id}`,
      address: `module.${name}.${permission.address}`,
      when: [asks(call.onlyIf), ...permission.when],
    }));
}

/** Where one of several lists has to name somebody, each of them gets what all get if it does. */
function forEachList(permission: Permission, lists: readonly RootInput[] = []): Permission[] {
  return lists.length === 0
    ? [permission]
    : lists.map(snakeCase).map((list) => ({
        ...permission,
        id: `${list}.${permission.id}`,
        when: [isNotEmpty(list), ...permission.when],
        granted_to: permission.granted_to.filter(({ for_each }) => for_each === list),
      }));
}

/** What each input of a called module is, passed on or left out. */
export function argumentsOf({ called, inputs }: CallOf, calls: readonly CallOf[]): Arguments {
  return Object.fromEntries(
    Object.entries(called.inputs).map(([input, declared]) => {
      const source = inputs[input];
      return [
        snakeCase(input),
        source === undefined
          ? { value: declared.default ?? null }
          : argumentOf(source, defaultOf(called, input), calls),
      ];
    }),
  );
}

function argumentOf(source: Source, byDefault: string, calls: readonly CallOf[]): Argument {
  if ('input' in source) {
    return { path: snakeCase(source.input) };
  }
  if ('prefixed' in source) {
    return { text: `\${name_prefix}${byDefault}` };
  }
  const of = 'roleOf' in source ? source.roleOf : source.rolesOf;
  const [role] = calls.filter(({ called }) => called.name === of);
  const name = role === undefined ? '' : defaultOf(role.called, 'roleName');
  const arn = `arn:\${partition}:iam::\${account_id}:role\${path}\${name_prefix}${name}`;
  return 'roleOf' in source ? { text: arn } : { listed: arn, when: [asks(source.onlyIf)] };
}
