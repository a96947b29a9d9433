import type { Command } from 'commander';
import { coloursOf } from '../../commands/colours';
import { Git } from '../git';
import { applyRelease, refuseTaken } from '../release-plan/apply-release';
import { planRelease } from '../release-plan/plan-release';
import { headOf } from '../release-plan/project-texts';
import type { PreparedRelease, ReleasePlan } from '../release-plan/release-plan';
import { releaseAtHead, reviewedRelease } from '../release-plan/resume-release';
import { versionOf } from '../version';
import { readReleasePlan, writePlan } from './plan-file';
import { regenerate } from './regenerate';
import { releasePlanText } from './release-plan-text';
import { surroundings } from './surroundings';

interface ReleaseOptions {
  readonly project: string;
  readonly since?: string;
  readonly version?: string;
  readonly json?: true;
  readonly out?: string;
  readonly plan?: string;
  readonly dryRun?: true;
}

/** @returns the command, for others to add to it */
export function addRelease(program: Command): Command {
  const release = program
    .command('release')
    .summary('make a version of what is committed')
    .description(
      'Makes a version of what is committed. What it is called is computed of what changed: of inputs, outputs, addresses, version floors and permissions.',
    );
  addPlan(release);
  addApply(release);
  return release;
}

function addPlan(release: Command): void {
  release
    .command('plan')
    .summary('say what changed, and which version that asks for')
    .description(
      'Compares generated/ of the commit that is checked out with that of the last release. Changes nothing.',
    )
    .option(
      '--since <tag>',
      'tag of the last release, like v1.2.3 (default: the latest before the commit)',
    )
    .option(
      '--version <version>',
      'what to call it, like 1.0.0; not less than the changes ask for (default: what they ask for)',
    )
    .option('--project <dir>', 'folder of the project, a git repository, like "../ssm-iam"', '.')
    .option('--json', 'print the plan for programs (default: as text)')
    .option(
      '--out <file>',
      'write the plan to a file for "release apply --plan", like "plan.json" (default: to none)',
    )
    .addHelpText(
      'after',
      `
Examples:
  node dist/publisher/cli.js release plan
  node dist/publisher/cli.js release plan --version 1.0.0 --out plan.json`,
    )
    .action(planCommand);
}

function addApply(release: Command): void {
  release
    .command('apply')
    .summary('do it')
    .description(
      'Does what "release plan" says: writes changelog, versions and generated/, commits and tags. Pushes nothing. Run again after an interruption, it does what is left.',
    )
    .option(
      '--plan <file>',
      'do what this plan says, which was written with --out, like "plan.json" (default: what "release plan" says now)',
    )
    .option('--project <dir>', 'folder of the project, a git repository, like "../ssm-iam"', '.')
    .option('--dry-run', 'print the plan and do nothing (default: do it)')
    .addHelpText(
      'after',
      `
Examples:
  node dist/publisher/cli.js release apply --dry-run
  node dist/publisher/cli.js release apply --plan plan.json`,
    )
    .action(applyCommand);
}

async function planCommand(options: ReleaseOptions, command: Command): Promise<void> {
  const { plan } = await planned(gitIn(options.project), options);
  if (options.out !== undefined) {
    writePlan(options.out, plan);
  }
  show(plan, options, command);
}

async function applyCommand(options: ReleaseOptions, command: Command): Promise<void> {
  const git = gitIn(options.project);
  const release = await toApply(git, options.plan);
  if (options.dryRun === true || release.plan.files.length === 0) {
    show(release.plan, options, command);
    return;
  }
  const commit = await applyRelease(git, release);
  console.log(
    `${release.plan.tag} is released: commit ${commit.slice(0, 12)}; push it with: git push --follow-tags`,
  );
}

const gitIn = (project: string): Git => new Git(project, surroundings().env);

async function planned(
  git: Git,
  { since, version }: Pick<ReleaseOptions, 'since' | 'version'>,
): Promise<PreparedRelease> {
  const request = {
    base: await headOf(git),
    since,
    version: version === undefined ? undefined : versionOf('--version', version),
    date: new Date().toISOString().slice(0, '2026-03-01'.length),
  };
  const release = await planRelease(git, request, regenerate);
  if (release.plan.files.length > 0) {
    await refuseTaken(git, release.plan.tag);
  }
  return release;
}

/** The release that a plan describes, or else the one that was begun, or a new one. */
async function toApply(git: Git, path: string | undefined): Promise<PreparedRelease> {
  await headOf(git);
  return path === undefined
    ? ((await releaseAtHead(git, regenerate)) ?? planned(git, {}))
    : reviewedRelease(git, readReleasePlan(path), regenerate);
}

function show(plan: ReleasePlan, { json }: ReleaseOptions, command: Command): void {
  console.log(
    json === true ? JSON.stringify(plan, null, 2) : releasePlanText(plan, coloursOf(command)),
  );
}
