import { readFileSync } from 'node:fs';
import { UsageError } from '../errors';
import type { PublishPlan } from '../publisher/plan';
import type { ReleasePlan } from '../publisher/release-plan/release-plan';

/**
 * A plan of a publication that somebody reviewed.
 *
 * @throws UsageError `UnreadableFile` or `PlanForm`
 */
export const readPlan = (path: string): PublishPlan =>
  readVersioned(path, 'publish plan --out') as PublishPlan;

/**
 * A plan of a release that somebody reviewed.
 *
 * @throws UsageError `UnreadableFile` or `PlanForm`
 */
export function readReleasePlan(path: string): ReleasePlan {
  const by = 'release plan --out';
  const plan = readVersioned(path, by) as ReleasePlan;
  const { base, since, version, date, files } = plan as Partial<Record<keyof ReleasePlan, unknown>>;
  // these go to git: nothing that it could take for an option
  const isPlan =
    matches(base, /^([0-9a-f]{40}|[0-9a-f]{64})$/) &&
    (since === null || matches(since, /^v\d[\w.-]*$/)) &&
    matches(version, /^\d[\w.-]*$/) &&
    matches(date, /^\d{4}-\d\d-\d\d$/) &&
    Array.isArray(files);
  if (!isPlan) {
    throw planForm(path, by);
  }
  return plan;
}

const matches = (value: unknown, form: RegExp): boolean =>
  typeof value === 'string' && form.test(value);

function readVersioned(path: string, by: string): object {
  let plan: unknown;
  try {
    plan = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(
      'UnreadableFile',
      `${path} cannot be read (${error instanceof Error ? error.message : String(error)}); give a file that "${by}" wrote`,
    );
  }
  if (
    typeof plan !== 'object' ||
    plan === null ||
    !('schema_version' in plan) ||
    plan.schema_version !== 1
  ) {
    throw planForm(path, by);
  }
  return plan;
}

const planForm = (path: string, by: string): UsageError =>
  new UsageError(
    'PlanForm',
    `${path} must be a plan with schema_version 1, got something else; write it with "${by}"`,
  );
