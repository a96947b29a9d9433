import type { AutomationServiceRoleProps } from './inputs';

/** Runbooks that attach an instance profile to instances. */
export const example: AutomationServiceRoleProps = {
  passRoleArns: ['arn:aws:iam::123456789012:role/SSMInstanceProfile'],
};
