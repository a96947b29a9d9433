import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execute, mustExecute } from './child';
import type { Outcome, Place } from './child';
import { Folder } from './folder';
import { PROJECT } from './project';

/** As strict as a caller's compiler can be, and without a look away from our declarations. */
const COMPILER_OPTIONS = {
  target: 'es2022',
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  types: [],
};

const COMPILER = join(PROJECT, 'node_modules/.bin/tsc');

/** The packed library: its file, and the paths in it. */
export interface Packed {
  readonly tarball: string;
  readonly files: readonly string[];
}

/** Packs the project as it is built: see pretest. */
export async function pack(folder: string): Promise<Packed> {
  const quiet = ['--ignore-scripts', '--json', '--loglevel', 'error'];
  const args = ['pack', ...quiet, '--pack-destination', folder];
  const report = await mustExecute('npm', args, { cwd: PROJECT, env: {} });
  const [made] = JSON.parse(report) as { filename: string; files: { path: string }[] }[];
  return {
    tarball: join(folder, made?.filename ?? ''),
    files: made?.files.map(({ path }) => path) ?? [],
  };
}

/** Somebody's CDKTF or CDK Terrain app, with the packed library in its `node_modules`. */
export class ConsumerApp extends Folder {
  private readonly place: Place = { cwd: this.folder, env: {} };

  constructor() {
    super();
    this.write('package.json', JSON.stringify({ private: true }));
    this.write('tsconfig.json', JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
  }

  /** Does without a registry what `npm install <tarball> <peers>` does: the packages are those of the project. */
  async install(tarball: string, ...peers: readonly string[]): Promise<void> {
    const library = this.path('node_modules/ssm-iam');
    mkdirSync(dirname(library));
    await mustExecute('tar', ['-xzf', tarball], this.place);
    renameSync(this.path('package'), library);
    const text = readFileSync(join(library, 'package.json'), 'utf8');
    const { dependencies } = JSON.parse(text) as { readonly dependencies: object };
    this.add(...Object.keys(dependencies), ...peers);
  }

  /** Does without a registry what `npm install` does. */
  add(...names: readonly string[]): void {
    this.drop(...names);
    for (const name of names) {
      const installed = this.path(join('node_modules', name));
      mkdirSync(dirname(installed), { recursive: true });
      symlinkSync(join(PROJECT, 'node_modules', name), installed);
    }
  }

  /** Makes `npx tsc` run what compiles the app. */
  addTypeScript(): void {
    mkdirSync(this.path('node_modules/.bin'), { recursive: true });
    symlinkSync(COMPILER, this.path('node_modules/.bin/tsc'));
  }

  /** Does what `npm uninstall` does. */
  drop(...names: readonly string[]): void {
    names.forEach((name) => {
      rmSync(this.path(join('node_modules', name)), { force: true });
    });
  }

  /** Compiles every TypeScript file of the app. */
  async compile(): Promise<string> {
    return mustExecute(COMPILER, ['--project', '.'], this.place);
  }

  /** Runs Node in the folder of the app, like a compiled file, which synthesizes. */
  async node(...args: readonly string[]): Promise<Outcome> {
    return execute(process.execPath, args, this.place);
  }

  /** What a stack was synthesized to. */
  stack(name: string): Record<string, unknown> {
    return this.json(`cdktf.out/stacks/${name}/cdk.tf.json`) as Record<string, unknown>;
  }
}
