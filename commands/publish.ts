import { join } from 'node:path';
import type { Command } from 'commander';
import { UsageError, reasonOf } from '../errors';
import { readText } from '../files';
import type { Archives } from '../publisher/archive';
import type { PublishPlan } from '../publisher/plan';
import type { Parcel, Target } from '../publisher/target';
import { readPlan, writePlan } from './plan-file';
import { coloursOf } from './colours';
import { stepProgress } from './progress';
import { surroundings } from './surroundings';

interface PublishOptions {
  readonly to: string;
  readonly project: string;
  readonly release?: string;
  readonly json?: true;
  readonly out?: string;
  readonly plan?: string;
  readonly dryRun?: true;
}

export function addPublish(program: Command): void {
  const publish = program
    .command('publish')
    .summary('take a release to a registry')
    .description(
      'Takes a release, as its tag holds it, to a registry, a git repository or a folder. A published version never changes.',
    );
  const plan = releaseOptions(publish.command('plan'))
    .summary('say what is left to do until the release is there')
    .description('Looks at the target and says what is left to do. Changes nothing.')
    .action(planPublish);
  const apply = releaseOptions(publish.command('apply'))
    .summary('do it')
    .description(
      'Does what "publish plan" says. Run again after an interruption, it does what is left.',
    )
    .action(applyPublish);
  // the targets bring what they talk to servers with, and no other command waits for that
  program.hook('preSubcommand', async (_program, chosen) => {
    if (chosen === publish) {
      await addOptions(plan, apply);
    }
  });
}

/** What is there before the targets are: by these the help of `publish` shows that its commands take options. */
const releaseOptions = (command: Command): Command =>
  command
    .option('--release <version>', 'the release, like 1.2.3 (default: the version in package.json)')
    .option('--project <dir>', 'folder of the project, a git repository', '.');

async function addOptions(plan: Command, apply: Command): Promise<void> {
  const { targetOptions, targetsHelp } = await import('./target-options');
  targetOptions(plan)
    .option('--json', 'print the plan for programs')
    .option('--out <file>', 'write the plan to a file, for "publish apply --plan"')
    .addHelpText('after', targetsHelp());
  targetOptions(apply)
    .option('--plan <file>', 'do no more than this plan says, which was written with --out')
    .option('--dry-run', 'print the plan, and do nothing')
    .addHelpText('after', targetsHelp());
}

async function planPublish(options: PublishOptions, command: Command): Promise<void> {
  const { plan } = await prepare(options);
  if (options.out !== undefined) {
    await writePlan(options.out, plan);
  }
  await show(plan, options, command);
}

async function applyPublish(options: PublishOptions, command: Command): Promise<void> {
  const { plan, target, parcel } = await prepare(options);
  if (options.plan !== undefined) {
    const { refuseUnreviewed } = await import('../publisher/publish');
    refuseUnreviewed(plan, readPlan(options.plan));
  }
  if (options.dryRun === true) {
    await show(plan, options, command);
    return;
  }
  const { applyPublication } = await import('../publisher/publish');
  const progress = await stepProgress('publishing', plan.steps);
  try {
    await applyPublication(plan, target, parcel, progress.before);
  } finally {
    progress.stop();
  }
  const done = plan.steps.length === 0 ? 'was there already' : 'is published';
  console.log(`${plan.version} ${done}: ${plan.destination}`);
}

interface Prepared {
  readonly plan: PublishPlan;
  readonly target: Target;
  readonly parcel: Parcel;
}

/** Reads the release and looks at the target. */
async function prepare(options: PublishOptions): Promise<Prepared> {
  const { targetKind } = await import('../publisher/targets');
  const { optionsOf } = await import('./target-options');
  const kind = targetKind(options.to);
  const around = surroundings();
  const target = await kind.open(optionsOf(kind, options), around);
  const { Git } = await import('../publisher/git');
  const { readRelease } = await import('../publisher/release');
  const { versionOf } = await import('../publisher/version');
  const { archivesOf } = await import('../publisher/archive');
  const { planPublication } = await import('../publisher/publish');
  const git = new Git(options.project, around.env);
  const version =
    options.release === undefined
      ? await currentVersion(options.project)
      : versionOf('--release', options.release);
  const release = await readRelease(git, version);
  const archives: Archives = await archivesOf(release.files);
  const parcel = { release, archives };
  return { plan: await planPublication(kind.name, target, parcel), target, parcel };
}

/** The version in `package.json`. @throws UsageError `NoProject`, `NoJson` or `PackageVersion` */
export async function currentVersion(project: string): Promise<string> {
  const path = join(project, 'package.json');
  const { versionIn } = await import('../publisher/version');
  return versionIn(path, textOf(path, project));
}

function textOf(path: string, project: string): string {
  try {
    return readText(path);
  } catch (error) {
    throw new UsageError(
      'NoProject',
      `--project must be the folder of the project, got ${project} without a readable package.json (${reasonOf(error)}); name the folder, or the version with --release`,
    );
  }
}

async function show(plan: PublishPlan, { json }: PublishOptions, command: Command): Promise<void> {
  if (json === true) {
    console.log(JSON.stringify(plan, null, 2));
    return;
  }
  const { planTable } = await import('./plan-table');
  console.log(planTable(plan, coloursOf(command)));
}
