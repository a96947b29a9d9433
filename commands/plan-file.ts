import { readFileSync } from 'node:fs';
import { UsageError } from '../errors';
import type { PublishPlan } from '../publisher/plan';

/**
 * A plan that somebody reviewed.
 *
 * @throws UsageError `UnreadableFile` or `PlanForm`
 */
export function readPlan(path: string): PublishPlan {
  let plan: unknown;
  try {
    plan = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(
      'UnreadableFile',
      `${path} cannot be read (${error instanceof Error ? error.message : String(error)}); give a file that "publish plan --out" wrote`,
    );
  }
  if (
    typeof plan !== 'object' ||
    plan === null ||
    !('schema_version' in plan) ||
    plan.schema_version !== 1
  ) {
    throw new UsageError(
      'PlanForm',
      `${path} must be a plan with schema_version 1, got something else; write it with "publish plan --out"`,
    );
  }
  return plan as PublishPlan;
}
