import { isDeepStrictEqual } from 'node:util';
import { UsageError } from '../errors';
import { nameOf } from './plan';
import type { PublishPlan, Task } from './plan';
import type { Parcel, Target } from './target';

/** What will be done at a target, to be read before it is done. */
export function publishPlan(
  kind: string,
  { destination }: Target,
  { release, archives }: Parcel,
  tasks: readonly Task[],
): PublishPlan {
  return {
    schema_version: 1,
    target: kind,
    destination,
    version: release.version,
    commit: release.commit,
    digests: { tarball: archives.tarball.digest, zip: archives.zip.digest },
    steps: tasks.map(({ run: _run, ...step }) => step),
  };
}

/**
 * Refuses a plan that holds more than one that somebody reviewed. It may hold
 * less: what an interrupted publication did is not done again.
 *
 * @throws UsageError `PlanStale`
 */
export function refuseUnreviewed(plan: PublishPlan, reviewed: PublishPlan): void {
  const { steps, ...subject } = plan;
  const differing = (Object.keys(subject) as (keyof typeof subject)[]).find(
    (key) => !isDeepStrictEqual(plan[key], reviewed[key]),
  );
  const added = steps.find((step) => !reviewed.steps.some((one) => isDeepStrictEqual(step, one)));
  const unknown =
    differing === undefined ? added && `the step "${nameOf(added)}"` : `another ${differing}`;
  if (unknown !== undefined) {
    throw new UsageError(
      'PlanStale',
      `the plan must still hold, got ${unknown} that it does not name; plan again and review what is new`,
    );
  }
}

/**
 * Looks whether a parcel is there after all steps of its plan are done.
 *
 * @throws UsageError `NotPublished` if something is still to do
 */
export async function refuseUnfinished(target: Target, parcel: Parcel): Promise<void> {
  const [left] = await target.plan(parcel);
  if (left !== undefined) {
    throw new UsageError(
      'NotPublished',
      `${target.destination} must hold ${parcel.release.version} by now, got one where "${nameOf(left)}" is still to do; run this again`,
    );
  }
}
