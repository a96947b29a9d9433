import { Expr } from '../../generator/expression';
import { template } from '../../generator/hcl';
import type { Inputs } from '../../generator/inputs';
import type { ModuleDefinition } from '../../generator/module';
import { camelCase } from '../../generator/names';
import type { Requirement } from '../../generator/requirements';

/** Access to automations is access to a role, which nobody else can name. */
export const someAutomationRole: Requirement<Inputs> = {
  code: 'NoAutomationRole',
  about: ['automationUserAccess', 'automationServiceRole'],
  must: (name) => `${name('automationUserAccess')} must know the role that automations run with`,
  remedy: (name) =>
    `switch ${name('automationServiceRole')} on, or give the ARN of a role that exists in automation_role_arn`,
  refused: { automationUserAccess: { users: ['jane'] } },
  accepts: ({ automationUserAccess, automationServiceRole }) =>
    automationUserAccess === null ||
    automationServiceRole !== null ||
    ((automationUserAccess as { automationRoleArn?: unknown }).automationRoleArn ?? null) !== null,
  condition: ({ automationUserAccess, automationServiceRole }) =>
    new Expr(
      `length(${String(automationServiceRole?.expression)}[*]) > 0 || alltrue([for access in ${String(automationUserAccess?.expression)}[*] : access.automation_role_arn != null])`,
    ),
};

/** The object of a module whose role gets a name of its own. */
interface RoleObject {
  readonly roleName?: string | null;
  readonly createRole?: boolean;
}

/**
 * IAM tells the names of roles apart without their case and their path, and
 * would refuse the second one when the first is made.
 *
 * @param modules those that an object each is for
 */
export function distinctRoleNames(modules: readonly ModuleDefinition[]): Requirement<Inputs> {
  const ofRoles = modules
    .filter(({ inputs }) => 'roleName' in inputs)
    .map(({ name, inputs }) => ({
      object: camelCase(name),
      otherwise: String(inputs.roleName?.default),
      mayExist: 'createRole' in inputs,
    }));
  const objects = ofRoles.map(({ object }) => object);
  const [first, second] = ofRoles;
  return {
    code: 'DistinctRoleNames',
    about: ['namePrefix', ...objects],
    must: (name) =>
      `${objects.map(name).join(', ')} must make roles of different names, upper and lower case alike`,
    remedy: () => 'give one of them another role_name',
    refused: {
      [String(first?.object)]: {},
      [String(second?.object)]: { roleName: first?.otherwise },
    },
    accepts: (values) => {
      const names = ofRoles.flatMap(({ object, otherwise }) => {
        const role = values[object] as RoleObject | null;
        return role === null || role.createRole === false
          ? []
          : [(role.roleName ?? `${String(values.namePrefix)}${otherwise}`).toLowerCase()];
      });
      return new Set(names).size === names.length;
    },
    condition: (ref) => {
      const names = ofRoles.map(({ object, otherwise, mayExist }) => {
        const prefixed = `"${template(String(ref.namePrefix?.expression))}${otherwise}"`;
        const made = mayExist ? ' if role.create_role' : '';
        return `[for role in ${String(ref[object]?.expression)}[*] : lower(role.role_name == null ? ${prefixed} : role.role_name)${made}]`;
      });
      const all = `concat(${names.join(', ')})`;
      return new Expr(`length(${all}) == length(distinct(${all}))`);
    },
  };
}
