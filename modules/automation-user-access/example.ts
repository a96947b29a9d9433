import type { AutomationUserAccessProps } from './inputs';

/** A group of operators. */
export const example: AutomationUserAccessProps = {
  automationRoleArn: 'arn:aws:iam::123456789012:role/AutomationServiceRole',
  groups: ['operators'],
};
