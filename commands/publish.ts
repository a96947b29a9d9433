import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../errors';
import type { Archives } from '../publisher/archive';
import type { PublishPlan } from '../publisher/plan';
import type { Parcel, Target } from '../publisher/target';
import { targetKind } from '../publisher/targets';
import { readPlan } from './plan-file';
import { planTable } from './plan-table';
import { coloursOf } from './colours';
import { stepProgress } from './progress';
import { surroundings } from './surroundings';
import { optionsOf, targetOptions, targetsHelp } from './target-options';

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
  const plan = publish
    .command('plan')
    .summary('say what is left to do until the release is there')
    .description('Looks at the target and says what is left to do. Changes nothing.');
  targetOptions(plan)
    .option('--json', 'print the plan for programs')
    .option('--out <file>', 'write the plan to a file, for "publish apply --plan"')
    .action(planPublish);
  const apply = publish
    .command('apply')
    .summary('do it')
    .description(
      'Does what "publish plan" says. Run again after an interruption, it does what is left.',
    );
  targetOptions(apply)
    .option('--plan <file>', 'do no more than this plan says, which was written with --out')
    .option('--dry-run', 'print the plan, and do nothing')
    .action(applyPublish);
  for (const command of [plan, apply]) {
    command.addHelpText('after', targetsHelp());
  }
}

async function planPublish(options: PublishOptions, command: Command): Promise<void> {
  const { plan } = await prepare(options);
  if (options.out !== undefined) {
    const { putFile } = await import('../publisher/write-files');
    putFile(options.out, `${JSON.stringify(plan, null, 2)}\n`);
  }
  show(plan, options, command);
}

async function applyPublish(options: PublishOptions, command: Command): Promise<void> {
  const { plan, target, parcel } = await prepare(options);
  if (options.plan !== undefined) {
    const { refuseUnreviewed } = await import('../publisher/publish');
    refuseUnreviewed(plan, readPlan(options.plan));
  }
  if (options.dryRun === true) {
    show(plan, options, command);
    return;
  }
  const { applyPublication } = await import('../publisher/publish');
  const progress = stepProgress('publishing', plan.steps);
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
      ? currentVersion(options.project)
      : versionOf('--release', options.release);
  const release = await readRelease(git, version);
  const archives: Archives = await archivesOf(release.files);
  const parcel = { release, archives };
  return { plan: await planPublication(kind.name, target, parcel), target, parcel };
}

/** The version in `package.json`. @throws UsageError `NoProject` */
export function currentVersion(project: string): string {
  try {
    const text = readFileSync(join(project, 'package.json'), 'utf8');
    return (JSON.parse(text) as { readonly version: string }).version;
  } catch {
    throw new UsageError(
      'NoProject',
      `--project must be the folder of the project, got ${project} without a readable package.json; name the folder, or the version with --release`,
    );
  }
}

function show(plan: PublishPlan, { json }: PublishOptions, command: Command): void {
  console.log(json === true ? JSON.stringify(plan, null, 2) : planTable(plan, coloursOf(command)));
}
