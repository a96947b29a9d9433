import type { Command } from 'commander';
import { refuseFile } from '../../commands/wanted-modules';
import { archivesOf } from '../archive';
import { releaseAssets, writeAssets } from '../assets/release-assets';
import { softwareBill } from '../assets/sbom';
import { Git } from '../git';
import { readRelease } from '../release';
import { chosenVersion } from './publish';

interface AssetsOptions {
  readonly out: string;
  readonly release?: string;
}

/** Adds `assets` to the command `release`. */
export function addReleaseAssets(release: Command): void {
  release
    .command('assets')
    .summary('write what is attached to the page of a release')
    .description(
      'Writes the archives of a release, as its tag holds it, to a folder, with a bill of materials of the generator (sbom.cdx.json), which npm makes, and SHA256SUMS. Nothing of it is signed. The same release makes the same files.',
    )
    .requiredOption('--out <dir>', 'folder that the files go to, like "release"')
    .option('--release <version>', 'the release, like 1.2.3 (default: the version in package.json)')
    .addHelpText(
      'after',
      `
Examples:
  node dist/publisher/cli.js release assets --out release
  node dist/publisher/cli.js release assets --out release --release 1.2.3

Checked with:
  cd release && sha256sum --check SHA256SUMS`,
    )
    .action(writeReleaseAssets);
}

async function writeReleaseAssets({ out, release: wanted }: AssetsOptions): Promise<void> {
  refuseFile(out);
  const git = new Git('.', process.env);
  const version = chosenVersion(wanted);
  const release = await readRelease(git, version);
  const bill = await softwareBill(git, release, process.env);
  const assets = releaseAssets(version, await archivesOf(release.files), bill);
  writeAssets(out, assets);
  console.log(Object.keys(assets).join('\n'));
}
