import { cpSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step, Task } from '../../../publisher/plan';
import { Folder } from '../../../publisher/static/folder';
import { registryOf } from '../../../publisher/static/registry';
import type { Parcel } from '../../../publisher/target';
import { StaticTarget } from '../../../publisher/targets/static';
import * as writing from '../../../publisher/write-files';
import { parcelOf } from '../../fixtures/parcel';
import { perform } from '../../fixtures/registries/publishing';
import { flaws, texts, tree, versionsSeen } from '../../fixtures/registry-reader';
import { temporaryFolders } from '../../fixtures/temporary-folder';

jest.mock('../../../publisher/site/site', () =>
  jest.requireActual<object>('../../fixtures/static-site'),
);
jest.mock('../../../publisher/write-files', () => {
  const actual = jest.requireActual<typeof writing>('../../../publisher/write-files');
  return { ...actual, putFile: jest.fn(actual.putFile) };
});

const MODULE = 'v1/modules/acme/ssm-iam/aws';
const newFolder = temporaryFolders();
const coded = (code: string): Error => expect.objectContaining({ code }) as Error;

const targetIn = (folder: string): StaticTarget =>
  new StaticTarget(new Folder(folder, registryOf('https://modules.example.com', 'acme')));

async function publish(folder: string, parcel: Parcel): Promise<void> {
  const target = targetIn(folder);
  await perform(await target.plan(parcel), target, parcel);
}

let first: Parcel;
let second: Parcel;
let changed: Parcel;

beforeAll(async () => {
  first = await parcelOf('1.0.0', { 'main.tf': 'one\n' });
  second = await parcelOf('1.1.0', { 'main.tf': 'two\n' });
  changed = await parcelOf('1.0.0', { 'main.tf': 'changed\n' });
});

test('a plan changes nothing, and names what it would write in its order', async () => {
  const folder = join(newFolder(), 'public');
  const steps = await targetIn(folder).plan(first);

  expect(() => tree(folder)).toThrow('ENOENT');
  expect(steps.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
    'write registry.json',
    'write .nojekyll',
    'write 404.html',
    'write hosting/cloudfront.js',
    'write hosting/nginx.conf',
    'write .well-known/terraform.json',
    `write ${MODULE}/1.0.0/module.tar.gz`,
    `write ${MODULE}/1.0.0/release.json`,
    `write ${MODULE}/1.0.0/SHA256SUMS`,
    `write ${MODULE}/1.0.0/source`,
    `write ${MODULE}/1.0.0/download`,
    `update ${MODULE}/versions and the site`,
  ]);
  const { digest, bytes } = first.archives.tarball;
  expect(steps[6]).toMatchObject({ digest, bytes: bytes.length });
});

test('a second release writes what is its own and what tells of all, and nothing else', async () => {
  const folder = newFolder();
  await publish(folder, first);
  const before = tree(folder);
  for (const path of Object.keys(before)) {
    utimesSync(join(folder, path), 1000, 1000);
  }
  await publish(folder, second);
  const after = tree(folder);
  const written = Object.keys(after).filter((path) => after[path]?.written !== 1_000_000);

  expect(flaws(folder)).toEqual([]);
  expect(versionsSeen(folder)).toEqual(['1.1.0', '1.0.0']);
  expect(written).toEqual([
    'index.html',
    ...['SHA256SUMS', 'download', 'module.tar.gz', 'release.json', 'source'].map(
      (name) => `${MODULE}/1.1.0/${name}`,
    ),
    `${MODULE}/versions`,
    'versions/1.1.0/overview.html',
  ]);
  const old = Object.keys(before).filter((path) => path.includes('1.0.0'));
  expect(old).toHaveLength(6);
  expect(old.map((path) => after[path]?.text)).toEqual(old.map((path) => before[path]?.text));
});

test('an older version may come later; the site is made of what is in the folder', async () => {
  const [forward, backward] = [newFolder(), newFolder()];
  await publish(forward, first);
  await publish(forward, second);
  await publish(backward, second);
  await publish(backward, first);

  expect(texts(backward)).toEqual(texts(forward));
});

test('what is published is not published again', async () => {
  const folder = newFolder();
  await publish(folder, first);
  const before = tree(folder);

  expect(await targetIn(folder).plan(first)).toEqual([]);
  await publish(folder, { ...first, release: { ...first.release, commit: 'another' } });
  expect(tree(folder)).toEqual(before);
});

describe('a version with other bytes', () => {
  test('is refused with both digests, and nothing is changed', async () => {
    const folder = newFolder();
    await publish(folder, first);
    const before = tree(folder);
    const plan = targetIn(folder).plan(changed);

    await expect(plan).rejects.toThrow(coded('VersionTaken'));
    await expect(plan).rejects.toThrow(first.archives.tarball.digest);
    await expect(plan).rejects.toThrow(changed.archives.tarball.digest);
    expect(tree(folder)).toEqual(before);
  });

  test('is refused to whoever planned before it was taken', async () => {
    const folder = newFolder();
    const late = targetIn(folder);
    const plan = await late.plan(changed);
    await publish(folder, first);
    const before = texts(folder);

    for (const name of ['module.tar.gz', 'release.json']) {
      const step = plan.find(({ subject }) => subject === `${MODULE}/1.0.0/${name}`);
      if (step === undefined) {
        throw new Error(`nothing was planned for ${name}`);
      }
      await expect(step.run()).rejects.toThrow(coded('VersionTaken'));
    }
    expect(texts(folder)).toEqual(before);
  });

  test('is refused though the archive is lost', async () => {
    const folder = newFolder();
    await publish(folder, first);
    rmSync(join(folder, MODULE, '1.0.0/module.tar.gz'));

    await expect(targetIn(folder).plan(changed)).rejects.toThrow(coded('VersionTaken'));
    await publish(folder, first);
    expect(flaws(folder)).toEqual([]);
  });
});

test('another registry that was faster keeps its folder', async () => {
  const folder = newFolder();
  const late = targetIn(folder);
  const plan = await late.plan(first);
  const other = new Folder(folder, registryOf('https://other.example.com', 'acme'));
  const theirs = new StaticTarget(other);
  await perform(await theirs.plan(second), theirs, second);
  const before = texts(folder);

  await expect(perform(plan, late, first)).rejects.toThrow(coded('ForeignFolder'));
  expect(texts(folder)).toEqual(before);
});

test('killed at any write, it leaves nothing half to readers, and the next one completes it', async () => {
  const published = newFolder();
  await publish(published, first);
  const whole = newFolder();
  cpSync(published, whole, { recursive: true });
  await publish(whole, second);
  const files = Object.keys(texts(whole)).length - Object.keys(texts(published)).length + 2;

  for (let survived = 0; survived < files; survived += 1) {
    const folder = newFolder();
    cpSync(published, folder, { recursive: true });
    const reviewed = await targetIn(folder).plan(second);
    const restore = killAfter(survived);
    await expect(publish(folder, second)).rejects.toThrow('killed');
    restore();
    expect(flaws(folder)).toEqual([]);
    expect(versionsSeen(folder)).toEqual(['1.0.0']);
    const left = await targetIn(folder).plan(second);
    expect(reviewed.map(withoutRun)).toEqual(expect.arrayContaining(left.map(withoutRun)));
    await publish(folder, second);
    expect(texts(folder)).toEqual(texts(whole));
  }
});

const withoutRun = ({ run: _run, ...step }: Task): Step => step;

/** Lets so many files be written, and none after them. */
function killAfter(files: number): () => void {
  const actual = jest.requireActual<typeof writing>('../../../publisher/write-files');
  let left = files;
  jest.mocked(writing.putFile).mockImplementation((path, content) => {
    if (left === 0) {
      throw new Error('killed');
    }
    left -= 1;
    actual.putFile(path, content);
  });
  return () => {
    jest.mocked(writing.putFile).mockImplementation(actual.putFile);
  };
}

test('what was damaged is said, and not built upon', async () => {
  const folder = newFolder();
  await publish(folder, first);
  writeFileSync(join(folder, MODULE, '1.0.0/module.tar.gz'), 'damaged');

  await expect(targetIn(folder).plan(second)).rejects.toThrow(coded('BrokenFolder'));
});
