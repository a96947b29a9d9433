import type { Command } from 'commander';
import { currentVersion } from './publish';
import { surroundings } from './surroundings';
import { refuseFile } from '../../commands/wanted-modules';

interface AssetsOptions {
  readonly out: string;
  readonly project: string;
  readonly release?: string;
  readonly source?: string;
}

/** Adds `assets` to the command `release`. */
export function addReleaseAssets(release: Command): void {
  release
    .command('assets')
    .summary('write what is attached to the page of a release')
    .description(
      'Writes the archives of a release, as its tag holds it, to a folder, with SHA256SUMS, a bill of materials of the generator (sbom.cdx.json) and where they come from (provenance.json). Nothing of it is signed. The same release makes the same files; only provenance.json tells which machine did.',
    )
    .requiredOption('--out <dir>', 'folder that the files go to, like "release"')
    .option('--release <version>', 'the release, like 1.2.3 (default: the version in package.json)')
    .option('--project <dir>', 'folder of the project, a git repository, like "../ssm-iam"', '.')
    .option(
      '--source <address>',
      'address of the repository for provenance.json, like "https://example.com/acme/ssm-iam" (default: that of the remote "origin")',
    )
    .addHelpText(
      'after',
      `
Examples:
  node dist/publisher/cli.js release assets --out release
  node dist/publisher/cli.js release assets --out release --release 1.2.3 --source https://example.com/acme/ssm-iam

Checked with:
  cd release && sha256sum --check SHA256SUMS`,
    )
    .action(writeReleaseAssets);
}

async function writeReleaseAssets({
  out,
  project,
  release: wanted,
  source,
}: AssetsOptions): Promise<void> {
  refuseFile(out);
  const { Git } = await import('../git');
  const { versionOf } = await import('../version');
  const { readRelease } = await import('../release');
  const { archivesOf } = await import('../archive');
  const { builderOf } = await import('../assets/builder');
  const { sourceOf } = await import('../assets/source');
  const { releaseAssets, writeAssets } = await import('../assets/release-assets');
  const around = surroundings();
  const git = new Git(project, around.env);
  const version = wanted === undefined ? currentVersion(project) : versionOf('--release', wanted);
  const release = await readRelease(git, version);
  const assets = await releaseAssets({
    release,
    archives: await archivesOf(release.files),
    git,
    source: await sourceOf(git, source),
    builder: builderOf(around),
  });
  const written = writeAssets(out, assets);
  for (const name of Object.keys(assets)) {
    console.log(`${written.includes(name) ? 'written' : 'there  '}  ${name}`);
  }
}
