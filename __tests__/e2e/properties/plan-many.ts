import { join } from 'node:path';
import type { Bench } from '../harness/suite';
import { MODULES } from '../harness/workspace';
import type { Plan, ResourceChange, Workspace } from '../harness/workspace';
import type { InputSet } from './draw';
import { RANGES } from './input-sets';
import { inShort } from './synth-verdict';

/** An input set, and where it came from. */
export interface Case {
  readonly id: string;
  readonly module: string;
  readonly inputs: InputSet;
}

/** An error of Terraform: ours, if the message ends in one of our codes. */
export interface PlanError {
  readonly code: string | undefined;
  /** What we say, in short; nothing of what is not ours. */
  readonly told: string;
  readonly text: string;
  /** Resource that it is about, if it is about one. */
  readonly address: string;
}

export interface Outcome {
  readonly errors: readonly PlanError[];
  /** What is planned for each case, by its id. */
  readonly planned: ReadonlyMap<string, readonly ResourceChange[]>;
}

/** Cases of one run of Terraform: each further one makes all of them slower. */
const BATCH = 100;

/** Plans all cases, many in one run of Terraform. */
export async function planMany(bench: Bench, cases: readonly Case[]): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < cases.length; start += BATCH) {
    outcomes.push(await planBatch(bench, cases.slice(start, start + BATCH)));
  }
  return {
    errors: outcomes.flatMap(({ errors }) => errors),
    planned: new Map(outcomes.flatMap(({ planned }) => [...planned])),
  };
}

/** One module block for each module, with an instance for each case. */
async function planBatch(bench: Bench, cases: readonly Case[]): Promise<Outcome> {
  const modules = Object.keys(RANGES).filter((name) => cases.some(({ module }) => module === name));
  const workspace = bench.workspace({
    module: Object.fromEntries(modules.map((name) => [name, call(name)])),
  });
  for (const name of modules) {
    const sets = cases
      .filter(({ module }) => module === name)
      .map(({ id, inputs }) => [id, inputs]);
    workspace.write(`${name}.json`, JSON.stringify(Object.fromEntries(sets)));
  }
  await workspace.init();
  const errors = await planErrors(workspace);
  const shown = await workspace.must('show', '-json', 'plan.bin');
  workspace.remove();
  return { errors, planned: byCase(JSON.parse(shown) as Plan) };
}

function call(module: string): object {
  const inputs = Object.keys(RANGES[module] ?? {});
  return {
    source: join(MODULES, module),
    for_each: `\${jsondecode(file("\${path.module}/${module}.json"))}`,
    ...Object.fromEntries(inputs.map((name) => [name, `\${each.value.${name}}`])),
  };
}

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
}

async function planErrors(workspace: Workspace): Promise<PlanError[]> {
  const { text } = await workspace.run('plan', '-json', '-input=false', '-out=plan.bin');
  return text
    .split('\n')
    .filter((line) => line.includes('"severity":"error"'))
    .map((line) => (JSON.parse(line) as { diagnostic: Diagnostic }).diagnostic)
    .flatMap(({ summary, detail, address = '' }): PlanError[] => {
      const text = `${summary}: ${detail}`;
      const ours = oursIn(detail);
      return ours.length === 0
        ? [{ code: undefined, told: '', text, address }]
        : ours.map(({ code, line }) => ({ code, told: inShort(line), text, address }));
    });
}

/** Our messages in an error of Terraform, a line each; it adds where the rule stands to that of a variable. */
function oursIn(detail: string): { code: string; line: string }[] {
  return detail.split('\n').flatMap((line) => {
    const code = /\[(\w+)\]\s*$/.exec(line)?.[1];
    return code === undefined ? [] : [{ code, line }];
  });
}

function byCase({ resource_changes = [] }: Plan): Map<string, ResourceChange[]> {
  const planned = new Map<string, ResourceChange[]>();
  for (const change of resource_changes) {
    const id = /^module\.[\w-]+\["([^"]+)"\]/.exec(change.address)?.[1] ?? '';
    planned.set(id, [...(planned.get(id) ?? []), change]);
  }
  return planned;
}
