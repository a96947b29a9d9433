import { expr, text } from '../../../generator/expression';
import type { Expr } from '../../../generator/expression';

/** What a placeholder may do with a value, offline and at plan. */
export interface TextFunction {
  /** @param value null if nothing was given */
  readonly offline: (value: string | null) => string | null;
  readonly atPlan: (value: Expr<unknown>) => Expr<string>;
}

/** A prefix of object keys with one slash at its end; nothing if there is none. */
const folder: TextFunction = {
  offline: (value) => (value === null ? '' : `${value.replace(/\/$/, '')}/`),
  // trimsuffix fails on null and on nothing else
  atPlan: (value) => expr`try(${text`${expr`trimsuffix(${value}, "/")`}/`}, "")`,
};

/** A name without the slash that it may begin with, as it stands in an ARN. */
const relative: TextFunction = {
  offline: (value) => value?.replace(/^\//, '') ?? null,
  atPlan: (value) => expr`trimprefix(${value}, "/")`,
};

/** The ARN of a state machine's executions, up to their names. */
const executions: TextFunction = {
  offline: (value) => value?.replace(':stateMachine:', ':execution:') ?? null,
  atPlan: (value) => expr`replace(${value}, ":stateMachine:", ":execution:")`,
};

const FUNCTIONS: Readonly<Record<string, TextFunction>> = { executions, folder, relative };

export function functionNamed(name: string): TextFunction {
  const found = FUNCTIONS[name];
  if (found === undefined) {
    throw new Error(`no text is changed by ${name}`);
  }
  return found;
}
