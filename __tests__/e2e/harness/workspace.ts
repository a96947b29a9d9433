import { appendFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { execute, printed, start } from './child';
import type { Outcome, Place, Running } from './child';
import { Folder } from './folder';
import { terraformEnvironment } from './tools';
import type { Tools } from './tools';

/** One resource of `terraform show -json` of a plan. */
export interface ResourceChange {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
    readonly after_unknown: Readonly<Record<string, unknown>>;
    /** What an `import` block names. */
    readonly importing?: { readonly id: string };
  };
}

export interface OutputChange {
  readonly actions?: readonly string[];
  readonly after?: unknown;
}

export interface Plan {
  readonly resource_changes?: readonly ResourceChange[];
  readonly output_changes?: Readonly<Record<string, OutputChange>>;
  readonly checks?: readonly unknown[];
}

export type { Outcome };

/** The folder of the modules that are committed. */
export const MODULES = join(__dirname, '../../../generated/modules');

/** The module that calls them all. */
export const ROOT_MODULE = join(MODULES, '..');

/** A root configuration in a folder of its own, and Terraform to run in it. */
export class Workspace extends Folder {
  constructor(
    private readonly tools: Tools,
    private readonly environment: Readonly<Record<string, string>>,
    configuration: unknown,
  ) {
    super();
    this.configure(configuration);
  }

  /** Writes `main.tf.json` anew. */
  configure(configuration: unknown): void {
    this.write('main.tf.json', JSON.stringify(configuration, null, 2));
  }

  /** Puts a link to a folder into this one. */
  link(name: string, target: string): void {
    symlinkSync(target, this.path(name));
  }

  /** Runs Terraform and tells how it ended. */
  async run(...args: readonly string[]): Promise<Outcome> {
    count(args);
    return execute(this.tools.terraform, args, this.place());
  }

  /** Starts Terraform and leaves it to the caller how it ends. */
  start(...args: readonly string[]): Running {
    count(args);
    return start(this.tools.terraform, args, this.place());
  }

  /** Runs Terraform and fails with what it printed if it fails. */
  async must(...args: readonly string[]): Promise<string> {
    return printed(`terraform ${args.join(' ')}`, await this.run(...args));
  }

  async init(): Promise<void> {
    await this.must('init', '-no-color', '-input=false');
  }

  async plan(...args: readonly string[]): Promise<Plan> {
    await this.must('plan', '-no-color', '-input=false', '-out=plan.bin', ...args);
    return JSON.parse(await this.must('show', '-json', 'plan.bin')) as Plan;
  }

  async apply(...args: readonly string[]): Promise<string> {
    return this.must('apply', '-no-color', '-input=false', '-auto-approve', ...args);
  }

  async destroy(): Promise<string> {
    return this.must('destroy', '-no-color', '-input=false', '-auto-approve');
  }

  async outputs(): Promise<Record<string, unknown>> {
    const outputs = JSON.parse(await this.must('output', '-json')) as Record<
      string,
      { readonly value: unknown }
    >;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  private place(): Place {
    const env = { ...this.environment, ...terraformEnvironment(this.tools) };
    return { cwd: this.folder, env };
  }
}

/** SSM_IAM_COUNT_TERRAFORM names a file for a line with suite and command of each run. */
function count([command = '']: readonly string[]): void {
  const file = process.env.SSM_IAM_COUNT_TERRAFORM;
  if (file !== undefined) {
    appendFileSync(file, `${basename(expect.getState().testPath ?? '')} ${command}\n`);
  }
}

/** The changes of a plan that are more than reading. */
export function realChanges({ resource_changes = [] }: Plan): ResourceChange[] {
  return resource_changes.filter(
    ({ mode, change }) =>
      mode === 'managed' && !change.actions.every((action) => action === 'no-op'),
  );
}

/** An output for each module call, with all outputs of the module. */
export function outputsOf(modules: Readonly<Record<string, object>>): Record<string, object> {
  const names = Object.keys(modules);
  return Object.fromEntries(names.map((name) => [name, { value: `\${module.${name}}` }]));
}
