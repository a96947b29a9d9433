import type { Command } from 'commander';
import { coloursOf } from '../../commands/colours';
import { Git } from '../git';
import { applyRelease, refuseTaken } from '../release-plan/apply-release';
import { planRelease } from '../release-plan/plan-release';
import { headOf } from '../release-plan/project-texts';
import type { PreparedRelease } from '../release-plan/release-plan';
import { releaseAtHead, reviewedRelease } from '../release-plan/resume-release';
import { versionOf } from '../version';
import { readReleasePlan, writePlan } from './plan-file';
import { regenerate } from './regenerate';
import { releasePlanText } from './release-plan-text';

interface ReleaseOptions {
  readonly version?: string;
  readonly out?: string;
  readonly plan?: string;
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
      '--version <version>',
      'what to call it, like 1.0.0; not less than the changes ask for (default: what they ask for)',
    )
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
    .addHelpText(
      'after',
      `
Examples:
  node dist/publisher/cli.js release apply
  node dist/publisher/cli.js release apply --plan plan.json`,
    )
    .action(applyCommand);
}

async function planCommand(options: ReleaseOptions, command: Command): Promise<void> {
  const { plan } = await planned(projectGit(), options.version);
  if (options.out !== undefined) {
    writePlan(options.out, plan);
  }
  console.log(releasePlanText(plan, coloursOf(command)));
}

async function applyCommand(options: ReleaseOptions, command: Command): Promise<void> {
  const git = projectGit();
  const release = await toApply(git, options.plan);
  if (release.plan.files.length === 0) {
    console.log(releasePlanText(release.plan, coloursOf(command)));
    return;
  }
  const commit = await applyRelease(git, release);
  console.log(
    `${release.plan.tag} is released: commit ${commit.slice(0, 12)}; push it with: git push --follow-tags`,
  );
}

const projectGit = (): Git => new Git('.', process.env);

async function planned(git: Git, version?: string): Promise<PreparedRelease> {
  const request = {
    base: await headOf(git),
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
    ? ((await releaseAtHead(git, regenerate)) ?? planned(git))
    : reviewedRelease(git, readReleasePlan(path), regenerate);
}
