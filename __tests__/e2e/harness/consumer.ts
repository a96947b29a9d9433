import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execute, mustExecute } from './child';
import type { Outcome, Place } from './child';
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

interface PackageJson {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Somebody's CDKTF app, with the packed library in its `node_modules`. */
export class ConsumerApp {
  readonly folder = mkdtempSync(join(tmpdir(), 'ssm-iam-consumer-'));
  private readonly place: Place = { cwd: this.folder, env: {} };

  constructor() {
    this.write('package.json', JSON.stringify({ private: true }));
    this.write('tsconfig.json', JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
  }

  /** Does without a registry what `npm install <tarball>` does: its dependencies are those of the project. */
  async install(tarball: string): Promise<PackageJson> {
    const modules = join(this.folder, 'node_modules');
    mkdirSync(modules);
    await mustExecute('tar', ['-xzf', tarball], this.place);
    renameSync(join(this.folder, 'package'), join(modules, 'ssm-iam'));
    const packageJson = JSON.parse(
      readFileSync(join(modules, 'ssm-iam/package.json'), 'utf8'),
    ) as PackageJson;
    const { dependencies, peerDependencies } = packageJson;
    for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
      mkdirSync(dirname(join(modules, name)), { recursive: true });
      symlinkSync(join(PROJECT, 'node_modules', name), join(modules, name));
    }
    return packageJson;
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content);
  }

  /** Compiles every TypeScript file of the app. */
  async compile(): Promise<string> {
    return mustExecute(join(PROJECT, 'node_modules/.bin/tsc'), ['--project', '.'], this.place);
  }

  /** Runs a compiled file, which synthesizes. */
  async synthesize(program: string): Promise<Outcome> {
    return execute(process.execPath, [program], this.place);
  }

  /** What a stack was synthesized to. */
  stack(name: string): Record<string, unknown> {
    const file = join(this.folder, `cdktf.out/stacks/${name}/cdk.tf.json`);
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
