import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { UsageError, reasonOf } from '../../errors';
import { jsonObject } from '../../json';
import type { Git } from '../git';
import { blobs } from '../release';
import type { Release } from '../release';
import type { Surroundings } from '../surroundings';
import { inTemporaryFolder, putFile } from '../write-files';

/** What npm reads. */
const PACKAGE_FILES = ['package.json', 'package-lock.json'] as const;

/**
 * What the generator of a release is made of: the packages at run time and its peers, in the
 * versions that the lock file of the release names. CycloneDX, as `npm sbom` writes it.
 *
 * @throws UsageError `CommittedFile` if the release has no lock file, `NpmMissing`, or
 *   `NpmFailed` with what npm said
 */
export async function softwareBill(
  git: Git,
  { commit, tag, date }: Pick<Release, 'commit' | 'tag' | 'date'>,
  env: Surroundings['env'],
): Promise<string> {
  const named = PACKAGE_FILES.map((path) => ({ id: `${commit}:${path}`, path: `${tag}:${path}` }));
  const [packageFile = '', lockFile = ''] = await blobs(git, named);
  const bill = await inTemporaryFolder((folder) => {
    // npm names the project after its folder
    const project = join(folder, 'ssm-iam');
    putFile(join(project, PACKAGE_FILES[0]), packageFile);
    putFile(join(project, PACKAGE_FILES[1]), lockFile);
    return npmSbom(project, env);
  });
  return shippedBill(bill, packageFile, date);
}

function npmSbom(folder: string, env: Surroundings['env']): Promise<string> {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--loglevel', 'error'];
  const child = spawn('npm', args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    const [out, err]: Buffer[][] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out?.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err?.push(chunk));
    child.on('error', () => {
      reject(
        new UsageError('NpmMissing', 'npm must be on PATH, got none; install it with Node.js'),
      );
    });
    child.on('close', (code) => {
      if (code === 0) {
        resolve(Buffer.concat(out ?? []).toString('utf8'));
        return;
      }
      const said = reasonOf(
        Buffer.concat(err ?? [])
          .toString('utf8')
          .trim(),
      );
      const message = `npm sbom must succeed, got exit code ${String(code)}: ${said}; run npm install, commit, and release that`;
      reject(new UsageError('NpmFailed', message));
    });
  });
}

interface Bill {
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
  readonly components: readonly { readonly 'bom-ref': string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/**
 * A bill of npm with what is shipped, and with nothing that hangs on time, chance or the version of
 * npm. Its own `--omit dev` leaves out what a package in the lock file also needs for its development.
 */
export function shippedBill(bill: string, packageFile: string, date: string): string {
  const { serialNumber: _number, metadata, ...rest } = jsonObject('npm sbom', bill, 'update npm');
  const { components, dependencies } = rest as unknown as Bill;
  const { component, lifecycles } = metadata as Bill['metadata'] & { readonly lifecycles: unknown };
  const { dependencies: needed, peerDependencies } = jsonObject('package.json', packageFile, '');
  const own = Object.keys({ ...(needed as object), ...(peerDependencies as object) });
  const root = component['bom-ref'];
  const needs = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const direct = (needs.get(root) ?? []).filter((ref) => own.includes(ref.replace(/@[^@]*$/, '')));
  const shipped = new Set([root, ...direct]);
  // a set goes on with what is added to it
  for (const ref of shipped) {
    for (const need of ref === root ? [] : (needs.get(ref) ?? [])) {
      shipped.add(need);
    }
  }
  const found = {
    ...rest,
    metadata: { timestamp: date, lifecycles, component },
    components: components.filter((one) => shipped.has(one['bom-ref'])),
    dependencies: dependencies
      .filter(({ ref }) => shipped.has(ref))
      .map((one) => (one.ref === root ? { ...one, dependsOn: direct } : one)),
  };
  return `${JSON.stringify(found, null, 2)}\n`;
}
