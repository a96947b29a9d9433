import { existsSync } from 'node:fs';
import { UsageError } from '../../errors';
import { readText, whileReading } from '../../files';
import { parseJson } from '../../json';
import type { PublishPlan } from '../plan';
import type { ReleasePlan } from '../release-plan/release-plan';

const BY = { publish: 'publish plan --out', release: 'release plan --out' } as const;

/**
 * A plan of a publication that somebody reviewed.
 *
 * @throws UsageError `UnreadableFile` or `PlanForm`
 */
export function readPlan(path: string): PublishPlan {
  const plan = readVersioned(path, BY.publish) as Partial<Record<keyof PublishPlan, unknown>>;
  if (!Array.isArray(plan.steps)) {
    throw planForm(path, BY.publish);
  }
  return plan as unknown as PublishPlan;
}

/**
 * A plan of a release that somebody reviewed.
 *
 * @throws UsageError `UnreadableFile` or `PlanForm`
 */
export function readReleasePlan(path: string): ReleasePlan {
  const plan = readVersioned(path, BY.release) as Partial<Record<keyof ReleasePlan, unknown>>;
  const { base, since, version, date, files } = plan;
  // these go to git: nothing that it could take for an option
  const isPlan =
    matches(base, /^([0-9a-f]{40}|[0-9a-f]{64})$/) &&
    (since === null || matches(since, /^v\d[\w.-]*$/)) &&
    matches(version, /^\d[\w.-]*$/) &&
    matches(date, /^\d{4}-\d\d-\d\d$/) &&
    Array.isArray(files);
  if (!isPlan) {
    throw planForm(path, BY.release);
  }
  return plan as unknown as ReleasePlan;
}

/**
 * Writes a plan for review. A file that is there and is no plan stays as it is.
 *
 * @throws UsageError `OutFile`, or `CannotWrite`
 */
export async function writePlan(path: string, plan: PublishPlan | ReleasePlan): Promise<void> {
  if (existsSync(path) && !holdsPlan(path)) {
    throw new UsageError(
      'OutFile',
      `--out must be a new file or a plan that ssm-iam wrote, got ${path}, which is something else; choose another`,
    );
  }
  const { putFile } = await import('../write-files');
  putFile(path, `${JSON.stringify(plan, null, 2)}\n`);
}

function holdsPlan(path: string): boolean {
  return [readPlan, readReleasePlan].some((read) => {
    try {
      read(path);
      return true;
    } catch {
      return false;
    }
  });
}

const matches = (value: unknown, form: RegExp): boolean =>
  typeof value === 'string' && form.test(value);

function readVersioned(path: string, by: string): object {
  const plan = whileReading(path, `give a file that "${by}" wrote`, () =>
    parseJson(readText(path)),
  );
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
