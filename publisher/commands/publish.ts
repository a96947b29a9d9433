import type { Command } from 'commander';
import { coloursOf } from '../../commands/colours';
import { readText, whileReading } from '../../files';
import { archivesOf } from '../archive';
import { Git } from '../git';
import { nameOf } from '../plan';
import type { PublishPlan, Task } from '../plan';
import { publishPlan, refuseUnfinished, refuseUnreviewed } from '../publish';
import { readRelease } from '../release';
import type { Parcel, Target, TargetKind } from '../target';
import { targets } from '../targets';
import { versionIn, versionOf } from '../version';
import { readPlan, writePlan } from './plan-file';
import { planTable } from './plan-table';
import { withProgress } from './progress';
import { targetCommand } from './target-command';

/** Beside the options of the target. */
interface PublishOptions {
  readonly release?: string;
  readonly out?: string;
  readonly plan?: string;
}

export function addPublish(program: Command): void {
  const publish = program
    .command('publish')
    .summary('take a release to a registry')
    .description(
      'Takes a release, as its tag holds it, to a registry, a git repository or a folder. A published version never changes.',
    );
  const plan = publish
    .command('plan')
    .summary('say what is left to do until the release is there')
    .description('Looks at the target and says what is left to do. Changes nothing.');
  const apply = publish
    .command('apply')
    .summary('do it')
    .description(
      'Does what "publish plan" says. Run again after an interruption, it does what is left.',
    );
  for (const kind of targets) {
    targetCommand(plan, kind)
      .option('--out <file>', 'write the plan to a file, for "publish apply --plan"')
      .action((options: PublishOptions, command: Command) => planPublish(kind, options, command));
    targetCommand(apply, kind)
      .option('--plan <file>', 'do no more than this plan says, which was written with --out')
      .action((options: PublishOptions) => applyPublish(kind, options));
  }
}

async function planPublish(
  kind: TargetKind,
  options: PublishOptions,
  command: Command,
): Promise<void> {
  const { plan } = await prepare(kind, options);
  if (options.out !== undefined) {
    writePlan(options.out, plan);
  }
  console.log(planTable(plan, coloursOf(command)));
}

async function applyPublish(kind: TargetKind, options: PublishOptions): Promise<void> {
  const { plan, target, parcel, tasks } = await prepare(kind, options);
  if (options.plan !== undefined) {
    refuseUnreviewed(plan, readPlan(options.plan));
  }
  const named = tasks.map((task) => ({ name: nameOf(task), task }));
  await withProgress('publishing', named, ({ task }) => task.run());
  await refuseUnfinished(target, parcel);
  const done = plan.steps.length === 0 ? 'was there already' : 'is published';
  console.log(`${plan.version} ${done}: ${plan.destination}`);
}

interface Prepared {
  readonly plan: PublishPlan;
  readonly target: Target;
  readonly parcel: Parcel;
  readonly tasks: readonly Task[];
}

/** Reads the release and looks at the target. */
async function prepare(kind: TargetKind, options: PublishOptions): Promise<Prepared> {
  const target = await kind.open({ ...options }, process.env);
  const version = chosenVersion(options.release);
  const release = await readRelease(new Git('.', process.env), version);
  const parcel = { release, archives: await archivesOf(release.files) };
  const tasks = await target.plan(parcel);
  return { plan: publishPlan(kind.name, target, parcel, tasks), target, parcel, tasks };
}

/**
 * The version of `--release`, or else that of `package.json`.
 *
 * @throws UsageError `Version`, or `UnreadableFile`, `NoJson` or `PackageVersion`
 */
export function chosenVersion(release: string | undefined): string {
  const wayOut = 'run this in the folder of the project, or name the version with --release';
  return release === undefined
    ? versionIn(
        'package.json',
        whileReading('package.json', wayOut, () => readText('package.json')),
      )
    : versionOf('--release', release);
}
