import { expr } from '../../generator/expression';
import type { Requirement } from '../../generator/requirements';
import type { inputs } from './inputs';

type RootRequirement = Requirement<typeof inputs>;

/** Access to automations is access to the role that they run with. */
export const runsWhatIsMade: RootRequirement = {
  code: 'NoAutomationRole',
  about: ['automationGroups', 'automationRoles', 'automationServiceRole'],
  must: (name) =>
    `${name('automationGroups')} and ${name('automationRoles')} must be empty unless ${name('automationServiceRole')} is true`,
  remedy: () => 'set it, or call automation-user-access with the ARN of another role',
  refused: { automationGroups: ['operators'] },
  accepts: ({ automationGroups, automationRoles, automationServiceRole }) =>
    automationServiceRole === true || [automationGroups, automationRoles].flat().length === 0,
  condition: (ref) =>
    expr`${ref.automationServiceRole} || length(${ref.automationGroups}) + length(${ref.automationRoles}) == 0`,
};

/** A switch that does nothing would look like a permission. */
export const passesWhatIsMade: RootRequirement = {
  code: 'NoRoleToPass',
  about: ['automationPassesInstanceRole', 'automationServiceRole', 'instanceProfile'],
  must: (name) =>
    `${name('automationPassesInstanceRole')} must be false unless both roles are created`,
  remedy: (name) =>
    `set ${name('automationServiceRole')} and ${name('instanceProfile')}, or call automation-service-role with the ARN of another role`,
  refused: { automationPassesInstanceRole: true, automationServiceRole: true },
  accepts: ({ automationPassesInstanceRole, automationServiceRole, instanceProfile }) =>
    automationPassesInstanceRole === false ||
    (automationServiceRole === true && instanceProfile === true),
  condition: (ref) =>
    expr`!${ref.automationPassesInstanceRole} || (${ref.automationServiceRole} && ${ref.instanceProfile})`,
};

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly RootRequirement[] = [runsWhatIsMade, passesWhatIsMade];
