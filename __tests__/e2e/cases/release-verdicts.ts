/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access -- what is written in JSON is changed as it comes */
import type { Step } from '../../../publisher/facts/fact';

/** The files of a module, as JSON. */
type Module = Record<
  'interface.json' | 'main.tf.json' | 'outputs.tf.json' | 'variables.tf.json',
  any
>;

/** A change of a module, what it is called, and what Terraform says to who calls the module. */
export interface Verdict {
  /** What is otherwise in the old release; absent: it is what is committed. */
  readonly before?: (module: Module) => void;
  /** What is otherwise in the new one. */
  readonly after: (module: Module) => void;
  readonly step: Step;
  readonly terraform: 'plans nothing' | 'destroys' | 'is invalid' | 'refuses';
  /** What Terraform says then. */
  readonly words?: string;
  /** Inputs of the call, beside its name and a region. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** The output that the caller reads. */
  readonly reads?: string;
}

const unchanged = (): void => undefined;

/** Declares an input that nothing uses. */
const input =
  (name: string, variable: Readonly<Record<string, unknown>>) =>
  (module: Module): void => {
    const { type = 'string', nullable = true } = variable;
    module['variables.tf.json'].variable[name] = { type, ...variable };
    module['interface.json'].inputs.push({
      ...{ name, type, nullable, description: 'x', attributes: [], rules: [] },
      required: !('default' in variable),
      ...('default' in variable && { default: variable.default }),
    });
  };

const output =
  (name: string) =>
  (module: Module): void => {
    module['outputs.tf.json'].output[name] = { value: 'x' };
    module['interface.json'].outputs.push({ name, description: 'x' });
  };

/** Gives the policy another name in the configuration. */
function rename(module: Module): void {
  for (const [file, json] of Object.entries(module)) {
    const text = JSON.stringify(json).replaceAll('aws_iam_policy.s3', 'aws_iam_policy.other');
    module[file as keyof Module] = JSON.parse(text);
  }
  const policies = module['main.tf.json'].resource.aws_iam_policy;
  policies.other = policies.s3;
  delete policies.s3;
}

const replaceIn = (holder: any, key: string, from: string, to: string): void => {
  if (!holder[key].includes(from)) {
    throw new Error(`${key} has no ${from}`);
  }
  holder[key] = holder[key].replace(from, to);
};

const inputOf = (module: Module, name: string): any =>
  module['interface.json'].inputs.find((input: any) => input.name === name);

const validationOf = (module: Module, name: string): any =>
  module['variables.tf.json'].variable[name].validation;

type After = Verdict['after'];
type Beside = Pick<Verdict, 'before' | 'inputs' | 'reads'>;

const silent =
  (step: Step) =>
  (after: After, beside: Beside = {}): Verdict => ({
    ...beside,
    ...{ after, step, terraform: 'plans nothing' },
  });
const [patch, minor] = [silent('patch'), silent('minor')];
const major = (
  terraform: Verdict['terraform'],
  words: string,
  after: After,
  beside: Beside = {},
): Verdict => ({ ...beside, ...{ after, step: 'major', terraform, words } });

export const VERDICTS: Readonly<Record<string, Verdict>> = {
  words: patch((module) => {
    module['variables.tf.json'].variable.path.description = 'Other words.';
  }),
  expression: patch(({ 'main.tf.json': { locals } }) => {
    replaceIn(locals, 'partition', '${', '${"" == "x" ? "x" : ');
  }),
  moved: minor((module) => {
    rename(module);
    module['main.tf.json'].moved = { from: 'aws_iam_policy.s3', to: 'aws_iam_policy.other' };
  }),
  new_input: minor(input('further', { default: null })),
  new_output: minor(output('further')),
  new_attribute: minor(
    (module) => {
      const buckets = inputOf(module, 's3_buckets');
      for (const one of [buckets, module['variables.tf.json'].variable.s3_buckets]) {
        replaceIn(one, 'type', 'object({', 'object({ further = optional(string),');
      }
      const further = { name: 'further', type: 'string', required: false, default: null };
      buckets.attributes.unshift({ ...further, description: 'x' });
    },
    { inputs: { s3_buckets: [{ name: 'example-own', access: 'read' }] } },
  ),
  looser_rule: minor((module) => {
    replaceIn(
      validationOf(module, 'path').at(-1),
      'condition',
      'length(var.path) <= 512',
      'length(var.path) <= 513',
    );
    inputOf(module, 'path').rules.at(-1).limits.longest = 513;
  }),
  gone_address: { after: rename, step: 'major', terraform: 'destroys' },
  gone_input: major('is invalid', 'named \\"former\\"', unchanged, {
    before: input('former', { default: null }),
    inputs: { former: 'x' },
  }),
  required_input: major('is invalid', 'The argument \\"needed\\" is required', input('needed', {})),
  gone_output: major('is invalid', 'named \\"former\\"', unchanged, {
    before: output('former'),
    reads: 'former',
  }),
  other_type: major(
    'is invalid',
    'list of string required',
    input('shape', { default: [], type: 'list(string)' }),
    { before: input('shape', { default: 'x' }), inputs: { shape: 'round' } },
  ),
  new_rule: major('refuses', '[Verdict]', (module) => {
    validationOf(module, 'path').push({
      condition: '${length(var.path) < 1}',
      error_message: 'path must be short [Verdict]',
    });
  }),
  tighter_rule: major('refuses', '[AgentBuckets]', (module) => {
    replaceIn(validationOf(module, 'agent_buckets')[0], 'condition', '"all", ', '');
    inputOf(module, 'agent_buckets').rules[0].limits.one_of.shift();
  }),
  no_null: major('refuses', 'maybe', input('maybe', { nullable: false }), {
    before: input('maybe', { default: null }),
    inputs: { maybe: null },
  }),
};
