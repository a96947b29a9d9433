import type { Inputs } from '../../generator/inputs';
import type { Requirement } from '../../generator/requirements';

/** Access to automations is access to a role, which nobody else can name. */
export const someAutomationRole: Requirement<Inputs> = {
  code: 'NoAutomationRole',
  about: ['automationUserAccess', 'automationServiceRole'],
  message: (name) =>
    `${name('automationUserAccess')} must know the role that automations run with, got none; switch ${name('automationServiceRole')} on, or give the ARN of a role that exists in automation_role_arn`,
  refused: { automationUserAccess: { users: ['jane'] } },
  accepts: ({ automationUserAccess, automationServiceRole }) =>
    automationUserAccess === null ||
    automationServiceRole !== null ||
    ((automationUserAccess as { automationRoleArn?: unknown }).automationRoleArn ?? null) !== null,
  condition: ({ automationUserAccess, automationServiceRole }) =>
    `length(${String(automationServiceRole)}[*]) > 0 || alltrue([for access in ${String(automationUserAccess)}[*] : access.automation_role_arn != null])`,
};
