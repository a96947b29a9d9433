import { TerraformStack } from 'cdktf';
import { RootConstruct } from 'constructs';
import type { Construct } from 'constructs';
import { UsageError } from '../../../errors';
import { catalog } from '../../../modules/catalog';
import type { InputSet } from './draw';

/** What the construct says of literal props. */
export interface SynthVerdict {
  /** `input [Code]` for each mistake, the input in Terraform's words. */
  readonly mistakes: readonly string[];
}

/** Makes the construct of a module with the inputs as literal props. */
export function buildWith(scope: Construct, id: string, module: string, inputs: InputSet): void {
  const definition = catalog.find(({ name }) => name === module);
  if (definition === undefined) {
    throw new Error(`there is no module ${module}`);
  }
  definition.build(scope, id, props(inputs));
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

/** Null leaves an input out; the attributes of a bucket are camelCase in TypeScript. */
function props(inputs: InputSet): never {
  const given = Object.entries(inputs).filter(([, value]) => value !== null);
  return Object.fromEntries(
    given.map(([name, value]) => [
      camelCase(name),
      name === 's3_buckets' ? (value as object[]).map(renamed) : value,
    ]),
  ) as never;
}

const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const renamed = (item: object): object =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [camelCase(name), value as unknown]),
  );

function mistakesOf({ message }: UsageError): string[] {
  return message
    .split('\n')
    .map((line) => /(?:^|: | {2})([a-z]\w+) .*\[(\w+)\]\s*$/.exec(line))
    .flatMap((found) =>
      found === null ? [] : [`${snakeCase(found[1] ?? '')} [${found[2] ?? ''}]`],
    );
}
