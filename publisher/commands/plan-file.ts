import { existsSync } from 'node:fs';
import { z } from 'zod';
import { UsageError } from '../../errors';
import { readText, whileReading } from '../../files';
import { parseJson } from '../../json';
import type { PublishPlan } from '../plan';
import type { ReleasePlan } from '../release-plan/release-plan';
import { putFile } from '../write-files';

const schema_version = z.literal(1);

const PUBLISH = z.looseObject({ schema_version, steps: z.array(z.unknown()) });

/** What goes to git: nothing that it could take for an option. */
const RELEASE = z.looseObject({
  schema_version,
  base: z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/),
  version: z.string().regex(/^\d[\w.-]*$/),
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  files: z.array(z.unknown()),
});

/**
 * A plan of a publication that somebody reviewed.
 *
 * @throws UsageError `UnreadableFile` or `PlanForm`
 */
export const readPlan = (path: string): PublishPlan =>
  readAs(PUBLISH, path, 'publish plan --out') as PublishPlan;

/**
 * A plan of a release that somebody reviewed.
 *
 * @throws UsageError `UnreadableFile` or `PlanForm`
 */
export const readReleasePlan = (path: string): ReleasePlan =>
  readAs(RELEASE, path, 'release plan --out') as ReleasePlan;

/**
 * Writes a plan for review. A file that is there and is no plan stays as it is.
 *
 * @throws UsageError `OutFile`, or `CannotWrite`
 */
export function writePlan(path: string, plan: PublishPlan | ReleasePlan): void {
  if (existsSync(path) && !holdsPlan(path)) {
    throw new UsageError(
      'OutFile',
      `--out must be a new file or a plan that ssm-iam wrote, got ${path}, which is something else; choose another`,
    );
  }
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

function readAs(schema: z.ZodType, path: string, by: string): unknown {
  const plan = whileReading(path, `give a file that "${by}" wrote`, () =>
    parseJson(readText(path)),
  );
  if (!schema.safeParse(plan).success) {
    throw new UsageError(
      'PlanForm',
      `${path} must be a plan with schema_version 1, got something else; write it with "${by}"`,
    );
  }
  return plan;
}
