import type { ModuleDefinition } from '../../generator/module';
import { snakeCase } from '../../generator/names';
import { holds } from '../iam/permissions/placeholders';
import { asks, defaultOf } from './calls';
import type { Call, CallOf, Source } from './calls';

/** Inputs by their names in Terraform. */
type Values = Readonly<Record<string, unknown>>;

/** Stands for the ARN of a role that is not made yet, which nothing can be wrong with. */
const someRole = ({ partition }: Values): string =>
  `arn:${typeof partition === 'string' ? partition : 'aws'}:iam::123456789012:role/Example`;

/** Whether literals ask for a call. */
export function isCalled({ onlyIf, forAnyOf }: Call, given: Values): boolean {
  const named = (forAnyOf ?? []).flatMap((input) => given[snakeCase(input)] ?? []);
  return holds([asks(onlyIf)], given) && (forAnyOf === undefined || named.length > 0);
}

/** The modules that literals ask for, each with what it is called with. */
export const calledWith =
  (calls: readonly CallOf[]) =>
  (given: Values): (readonly [ModuleDefinition, Values])[] =>
    calls
      .filter((call) => isCalled(call, given))
      .map(({ called, inputs }) => {
        const values = Object.entries(inputs).map(([input, source]) => [
          snakeCase(input),
          literalOf(source, defaultOf(called, input), given),
        ]);
        return [called, Object.fromEntries(values) as Values];
      });

function literalOf(source: Source, byDefault: string, given: Values): unknown {
  if ('input' in source) {
    return given[snakeCase(source.input)];
  }
  if ('prefixed' in source) {
    return `${String(given.name_prefix)}${byDefault}`;
  }
  return 'roleOf' in source ? someRole(given) : [];
}
