import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { UsageError, reasonOf } from '../../errors';
import { jsonObject } from '../../json';
import type { Environment } from '../credentials';
import type { Git } from '../git';
import { textOf } from '../release';
import type { Release } from '../release';
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
  release: Pick<Release, 'commit' | 'tag' | 'date'>,
  env: Environment,
): Promise<string> {
  const [packageFile = '', lockFile = ''] = await Promise.all(
    PACKAGE_FILES.map((path) => textOf(git, release, path)),
  );
  const bill = await inTemporaryFolder((folder) => {
    // npm names the project after its folder
    const project = join(folder, 'ssm-iam');
    putFile(join(project, PACKAGE_FILES[0]), packageFile);
    putFile(join(project, PACKAGE_FILES[1]), lockFile);
    return npmSbom(project, env);
  });
  return shippedBill(bill, packageFile, release.date);
}

function npmSbom(folder: string, env: Environment): Promise<string> {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--loglevel', 'error'];
  return new Promise((resolve, reject) => {
    execFile('npm', args, { cwd: folder, env, maxBuffer: Infinity }, (error, out, err) => {
      if (error?.code === 'ENOENT') {
        const message = 'npm must be on PATH, got none; install it with Node.js';
        reject(new UsageError('NpmMissing', message));
      } else if (error !== null) {
        const message = `npm sbom must succeed, got exit code ${String(error.code)}: ${reasonOf(err.trim())}; run npm install, commit, and release that`;
        reject(new UsageError('NpmFailed', message));
      }
      resolve(out);
    });
  });
}

interface Component {
  readonly 'bom-ref': string;
  readonly scope?: string;
  readonly properties?: readonly unknown[];
}

interface Bill {
  readonly metadata: { readonly component: Component; readonly lifecycles: unknown };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/**
 * A bill of npm with what is shipped, and with nothing that hangs on time, chance or the version
 * of npm: scopes, properties, and packages that npm 10 lists once for each place. npm's own
 * `--omit dev` would leave out what a package in the lock file also needs for its development.
 */
export function shippedBill(bill: string, packageFile: string, date: string): string {
  const { serialNumber: _number, metadata, ...rest } = jsonObject('npm sbom', bill, 'update npm');
  const { components, dependencies } = rest as unknown as Bill;
  const { component, lifecycles } = metadata as Bill['metadata'];
  const root = component['bom-ref'];
  const needs = new Map(dependencies.toReversed().map(({ ref, dependsOn }) => [ref, dependsOn]));
  const direct = (needs.get(root) ?? []).filter(isNeededBy(packageFile));
  needs.set(root, direct);
  const shipped = new Set([root]);
  // a set goes on with what is added to it
  for (const ref of shipped) {
    needs.get(ref)?.forEach((need) => shipped.add(need));
  }
  const byRef = new Map(components.toReversed().map((one) => [one['bom-ref'], one]));
  const refs = [...new Set(dependencies.map(({ ref }) => ref))].filter((ref) => shipped.has(ref));
  const found = {
    ...rest,
    metadata: { timestamp: date, lifecycles, component: plain(component) },
    components: refs.flatMap((ref) => [byRef.get(ref) ?? []].flat().map(plain)),
    dependencies: refs.map((ref) => ({ ref, dependsOn: needs.get(ref) })),
  };
  return `${JSON.stringify(found, null, 2)}\n`;
}

/** Whether the project asks for a package otherwise than for its own development. */
function isNeededBy(packageFile: string): (ref: string) => boolean {
  const text = jsonObject('package.json', packageFile, 'write it with npm');
  const names = [text.dependencies, text.peerDependencies].flatMap((all) => Object.keys(all ?? {}));
  return (ref) => names.includes(ref.replace(/@[^@]*$/, ''));
}

const plain = ({ scope: _scope, properties: _properties, ...component }: Component): object =>
  component;
