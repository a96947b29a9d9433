import { TerraformStack } from 'cdktf';
import { RootConstruct } from 'constructs';
import type { Construct } from 'constructs';
import { UsageError } from '../../../errors';
import type { Inputs } from '../../../generator/inputs';
import { catalog } from '../../../modules/catalog';
import type { InputSet } from './draw';

/** What the construct says of literal props. */
export interface SynthVerdict {
  /** Each mistake in Terraform's words: see `inShort`. */
  readonly mistakes: readonly string[];
}

/** Makes the construct of a module with the inputs as literal props. */
export function buildWith(scope: Construct, id: string, module: string, inputs: InputSet): void {
  const definition = catalog.find(({ name }) => name === module);
  if (definition === undefined) {
    throw new Error(`there is no module ${module}`);
  }
  definition.build(scope, id, props(definition.inputs, inputs));
}

/** What synth says of the inputs. */
export function synthVerdict(module: string, inputs: InputSet): SynthVerdict {
  try {
    buildWith(new TerraformStack(new RootConstruct(), 'synth'), 'it', module, inputs);
    return { mistakes: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    return { mistakes: mistakesOf(error) };
  }
}

/** Null leaves an input out, unless it is a value of it; the attributes of a bucket are camelCase in TypeScript. */
function props(declared: Inputs, inputs: InputSet): never {
  const given = Object.entries(inputs).filter(
    ([name, value]) => value !== null || declared[camelCase(name)]?.nullable === true,
  );
  return Object.fromEntries(
    given.map(([name, value]) => [
      camelCase(name),
      name === 's3_buckets' ? (value as object[]).map(renamed) : value,
    ]),
  ) as never;
}

/** `role_name` as a prop has it. */
export const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const renamed = (item: object): object =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [camelCase(name), value as unknown]),
  );

function mistakesOf({ message }: UsageError): string[] {
  // the line that closes several mistakes has a code and says nothing
  const lines = message.split('\n').filter((line) => /\S \[\w+\]\s*$/.test(line));
  return lines.map((line) => inShort(line.replace(/^(?:synth\/it: )?\s*/, '')));
}

/**
 * A message without the value, which only synth prints, and without the way out
 * behind it; with the names of inputs as Terraform has them.
 */
export function inShort(message: string): string {
  const code = /\[\w+\]\s*(?:\n|$)/.exec(message)?.[0].trim() ?? '';
  const words = (message.split(/, got |; /)[0] ?? '').replace(/\s*\[\w+\]\s*$/, '');
  const inSnakeCase = words.replace(/\b[a-z][a-z0-9]*[A-Z]\w*/g, (name) =>
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );
  return `${inSnakeCase} ${code}`;
}
