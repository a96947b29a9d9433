import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archivesOf } from '../../../publisher/archive';
import type { Assets } from '../../../publisher/assets/checksums';
import { releaseAssets, writeAssets } from '../../../publisher/assets/release-assets';
import { readRelease } from '../../../publisher/release';
import { ReleasedProject } from '../../fixtures/released-project';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

const LOCK = JSON.stringify({
  lockfileVersion: 3,
  packages: { '': { name: 'ssm-iam', version: '1.0.0' } },
});

function projectWith(lockFile?: string): ReleasedProject {
  const project = new ReleasedProject(newFolder());
  if (lockFile !== undefined) {
    project.write('package-lock.json', lockFile);
  }
  project.release('1.0.0', { 'main.tf.json': '{}\n' });
  return project;
}

async function assetsOf({ git }: ReleasedProject, id = 'urn:a'): Promise<Assets> {
  const release = await readRelease(git, '1.0.0');
  const archives = await archivesOf(release.files);
  const source = 'git+https://example.com/acme/ssm-iam';
  return releaseAssets({ release, archives, git, source, builder: { id } });
}

/** Names and texts of a folder. */
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );

describe('the assets', () => {
  test('are archives, bill and provenance, and checksums of all but the last', async () => {
    const assets = await assetsOf(projectWith(LOCK));
    const names = Object.keys(assets);
    const { subject } = JSON.parse(String(assets['provenance.json'])) as {
      subject: { name: string; digest: { sha256: string } }[];
    };

    expect(names).toEqual([
      'ssm-iam-1.0.0.tar.gz',
      'ssm-iam-1.0.0.zip',
      'sbom.cdx.json',
      'provenance.json',
      'SHA256SUMS',
    ]);
    expect(subject.map(({ name }) => name)).toEqual(names.slice(0, 3));
    expect(String(assets.SHA256SUMS)).toBe(
      subject.map(({ name, digest }) => `${digest.sha256}  ${name}\n`).join(''),
    );
  });

  test('are the same for everybody, but for the builder', async () => {
    const project = projectWith(LOCK);
    const ours = await assetsOf(project, 'urn:a');
    const theirs = await assetsOf(project, 'urn:b');
    const differing = Object.keys(ours).filter(
      (name) => String(ours[name]) !== String(theirs[name]),
    );

    expect(differing).toEqual(['provenance.json']);
  });

  test('are not told without a lock file', async () => {
    await expect(assetsOf(projectWith())).rejects.toThrow(
      'a release must hold package-lock.json, got none at v1.0.0; run npm install, commit, and release that [LockFile]',
    );
  });

  test('come from the tag and not from the work tree', async () => {
    const project = projectWith(LOCK);
    const before = await assetsOf(project);
    project.write('package-lock.json', '{}');
    project.write('generated/main.tf.json', 'changed');

    expect(await assetsOf(project)).toEqual(before);
  });
});

describe('writing', () => {
  const assets = { a: Buffer.from('abc'), b: Buffer.from('b'), SUMS: Buffer.from('s') };

  test('makes the folder, and what is missing in it', () => {
    const folder = join(newFolder(), 'new/folder');

    expect(writeAssets(folder, assets)).toEqual(['a', 'b', 'SUMS']);
    expect(writeAssets(folder, assets)).toEqual([]);
    expect(contentOf(folder)).toEqual({ a: 'abc', b: 'b', SUMS: 's' });
  });

  test('goes on after an interruption', () => {
    const folder = newFolder();
    const unfinished = 'b.new-6f1b9a3e-1c52-4a6e-9d3b-0a1b2c3d4e5f';
    writeFileSync(join(folder, 'a'), 'abc');
    writeFileSync(join(folder, unfinished), '');

    expect(writeAssets(folder, assets)).toEqual(['b', 'SUMS']);
    expect(contentOf(folder)).toEqual({ a: 'abc', b: 'b', SUMS: 's', [unfinished]: '' });
  });

  test('refuses a folder of somebody else, and writes nothing', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'other'), 'o');

    expect(() => writeAssets(folder, assets)).toThrow(
      `${folder} must be empty or hold files of this release alone, got other in it; take an empty folder [ForeignFolder]`,
    );
    expect(contentOf(folder)).toEqual({ other: 'o' });
  });

  test('names a folder that is in the place of a file', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'a'));

    expect(() => writeAssets(folder, assets)).toThrow('[UnreadableFile]');
  });

  test('refuses another file with both digests, and writes nothing', () => {
    const folder = newFolder();
    const path = join(folder, 'b');
    writeFileSync(path, 'abc');

    expect(() => writeAssets(folder, assets)).toThrow(
      `${path} must hold what this release makes, got sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad there and sha256:3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d here; take an empty folder, and find out which of them is wrong [VersionTaken]`,
    );
    expect(existsSync(join(folder, 'a'))).toBe(false);
  });
});
