import { BILLING, CORE } from './limits';
import type { RuleCase } from './rule-case';
import { inHybrid, ofLength, refusedBy, several } from './rule-case';

/** Preconditions that one call breaks: one failure does not hide the next. */
export const TOGETHER: readonly RuleCase[] = [
  several(
    refusedBy(
      inHybrid('AttachedTwice', 'additional_policy_arns', [], [{ one: CORE }], {
        path: '/service-role/',
        role_name: ofLength(52),
      }),
      'ActivationRoleName',
    ),
  ),
  several(
    refusedBy(
      inHybrid('AttachedTwice', 'additional_policy_arns', [], [{ one: CORE, two: BILLING }], {
        path: '/service-role/',
        role_name: ofLength(52),
        regions: ['us-east-2', 'cn-north-1'],
      }),
      'ActivationRoleName',
      'AgentBucketRegion',
    ),
  ),
];
