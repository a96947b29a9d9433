import type { Requirement } from '../../generator/requirements';
import type { inputs } from './inputs';

/** Name of the inline policy that the module writes itself. */
export const OWN_INLINE_POLICY = 'SSMAutomationPermissions';

/** Two inline policies of one name would overwrite each other at every apply. */
export const ownInlinePolicyNameIsFree: Requirement<typeof inputs> = {
  code: 'InlinePolicyName',
  about: ['inlinePolicies'],
  message: (name) =>
    `${name('inlinePolicies')} must not hold a policy named "${OWN_INLINE_POLICY}", which the module writes itself; choose another name`,
  accepts: ({ inlinePolicies }) =>
    !Object.keys(inlinePolicies as object).includes(OWN_INLINE_POLICY),
  condition: (ref) => `!contains(keys(${ref.inlinePolicies}), "${OWN_INLINE_POLICY}")`,
};

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [ownInlinePolicyNameIsFree];
