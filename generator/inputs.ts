import type { Reference } from './expression';
import { orNull } from './null-rules';
import type { Rule } from './rules';
import type { Type } from './types';

/**
 * One input of a module, declared once.
 *
 * The construct's prop, the Terraform variable, the check of literal props and
 * the README row all derive from it.
 */
export interface Input<T, Required extends boolean = boolean, Nullable extends boolean = boolean> {
  readonly type: Type<T>;
  /** Whether the caller has to give a value. */
  readonly required: Required;
  /** Whether null is a value with a meaning. */
  readonly nullable: Nullable;
  /** Absent on a required input. */
  readonly default?: T | null;
  /** For the module's user: what the value does, and what null does. */
  readonly description: string;
  readonly rules: readonly Rule<T>[];
  /** What the tests give it. @default - a bool is switched over, anything else has none */
  readonly samples?: readonly Sample<T | null>[];
}

/** A value that every rule accepts, and that is not the default. */
export interface Sample<T> {
  readonly value: T;
  /** Other inputs that it takes to make a difference, camelCase, in modules that have them. @default - none */
  readonly with?: Readonly<Record<string, unknown>>;
  /**
   * What it makes: an expression of Terraform over the planned module => its value.
   *
   * @default - what the arguments that hold nothing but the input tell
   */
  readonly makes?: Readonly<Record<string, unknown>>;
}

interface Details<T, Sampled = T> {
  readonly description: string;
  readonly rules?: readonly Rule<NoInfer<T>>[];
  readonly samples?: readonly Sample<NoInfer<Sampled>>[];
}

interface NullableDetails<T> extends Details<T, T | null> {
  /** What null is for, as the messages say it: `for none`, `to look it up`. @default - they do not say */
  readonly nullIs?: string;
}

export const input = {
  /** The caller has to give a value. */
  required: <T>(type: Type<T>, details: Details<T>): Input<T, true, false> => ({
    type,
    required: true,
    nullable: false,
    rules: [],
    ...details,
  }),
  /** Left out, it takes `value`. */
  withDefault: <T>(type: Type<T>, value: T, details: Details<T>): Input<T, false, false> => ({
    type,
    required: false,
    nullable: false,
    default: value,
    rules: [],
    ...details,
  }),
  /** Left out, it is null, which the description explains. */
  nullable: <T>(type: Type<T>, details: NullableDetails<T>): Input<T, false, true> =>
    nullableWithDefault(type, null, details),
  /** Left out, it takes `value`; null is another one, which the description explains. */
  nullableWithDefault,
};

function nullableWithDefault<T>(
  type: Type<T>,
  value: T | null,
  { nullIs, rules = [], ...details }: NullableDetails<T>,
): Input<T, false, true> {
  return {
    type,
    required: false,
    nullable: true,
    default: value,
    rules: nullIs === undefined ? rules : rules.map((rule) => orNull(rule, nullIs)),
    ...details,
  };
}

/** What stands where a caller gave something or nothing: null is a value of nullable inputs alone. */
export const orDefault = (
  { nullable, default: byDefault }: Pick<Input<unknown>, 'nullable' | 'default'>,
  given: unknown,
): unknown => (given === undefined || (given === null && !nullable) ? byDefault : given);

/** What the tests give an input; a bool needs no samples, for its other value is one. */
export function samplesOf({
  samples,
  default: byDefault,
}: Input<unknown>): readonly Sample<unknown>[] {
  return samples ?? (typeof byDefault === 'boolean' ? [{ value: !byDefault }] : []);
}

export type Inputs = Readonly<Record<string, Input<unknown>>>;

type KeysOf<I, Required extends boolean> = {
  [K in keyof I]: I[K] extends Input<infer _, Required> ? K : never;
}[keyof I];

type ValueOf<D> =
  D extends Input<infer T, boolean, infer Nullable>
    ? T | (Nullable extends true ? null : never)
    : never;

/** A token: what CDKTF, and CDK Terrain as well, calls `IResolvable`. */
export interface Resolvable {
  resolve(context: never): unknown;
}

/**
 * The props of a construct: a literal or a token for each input.
 */
export type Props<I> = {
  readonly [K in keyof Pick<I, KeysOf<I, true>>]: ValueOf<I[K]> | Resolvable;
} & {
  readonly [K in keyof Pick<I, KeysOf<I, false>>]?: ValueOf<I[K]> | Resolvable | undefined;
};

/** For each input, the expression that stands for its value: `var.regions`, `local.ssm_regions`. */
export type References<I> = { readonly [K in keyof I]: Reference<ValueOf<I[K]>> };
