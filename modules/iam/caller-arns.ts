import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { local } from '../../generator/blocks';
import { Expr, Reference, expr } from '../../generator/expression';
import type { Input, References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import type { Requirement } from '../../generator/requirements';

/** What an input holds of ARNs; null is none. */
interface Holder {
  /** In a literal. */
  arnsOf(value: unknown): readonly unknown[];
  /** In an expression, as a list: one that is unknown must not hide the others. */
  list(value: string): string;
  /** A literal that names something in the partition `aws`. */
  readonly example: unknown;
}

const ROLE = 'arn:aws:iam::123456789012:role/Example';

const one = (example: string): Holder => ({
  arnsOf: (value) => [value],
  list: (value) => `[${value}]`,
  example,
});
const set = (example: string): Holder => ({
  arnsOf: (value) => value as string[],
  list: (value) => `[for arn in ${value} : arn]`,
  example: [example],
});

/** The inputs that take ARNs. */
const HOLDERS = {
  additionalPolicyArns: {
    arnsOf: (value) => Object.values(value as Record<string, unknown>),
    list: (value) => `values(${value})`,
    example: { Example: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
  },
  automationRoleArn: one(ROLE),
  sessionKmsKeyArns: set('arn:aws:kms:us-east-2:123456789012:key/example'),
  sessionLogGroupArns: set('arn:aws:logs:us-east-2:123456789012:log-group:example'),
  kmsKeyArns: set('arn:aws:kms:us-east-2:123456789012:key/ID'),
  cloudwatchAlarmArns: set('arn:aws:cloudwatch:us-east-2:123456789012:alarm:example'),
  lambdaFunctionArns: set('arn:aws:lambda:us-east-2:123456789012:function:example'),
  maintenanceWindowRoleArn: one(ROLE),
  passRoleArns: set(ROLE),
  permissionsBoundary: one('arn:aws:iam::123456789012:policy/Example'),
  s3Buckets: {
    arnsOf: (value) => (value as { kmsKeyArn?: unknown }[]).map(({ kmsKeyArn }) => kmsKeyArn),
    list: (value) => `${value}[*].kms_key_arn`,
    example: [{ name: 'example-bucket', kmsKeyArn: 'arn:aws:kms:us-east-2:123456789012:key/ID' }],
  },
  stateMachineArns: set('arn:aws:states:us-east-2:123456789012:stateMachine:example'),
  topicArns: set('arn:aws:sns:us-east-2:123456789012:example'),
} satisfies Readonly<Record<string, Holder>>;

export type ArnInput = keyof typeof HOLDERS;

type ArnInputs<H extends ArnInput> = Readonly<Record<H | 'partition', Input<unknown>>>;

/** The ARNs among literals. */
export const literalArns = (
  holders: readonly ArnInput[],
  values: Readonly<Record<string, unknown>>,
): string[] =>
  holders
    .flatMap((name) => HOLDERS[name].arnsOf(values[name]))
    .filter((arn) => typeof arn === 'string');

/** Names as a message lists them. */
const listed = (names: readonly string[]): string =>
  names.join(', ').replace(/, ([^,]+)$/, ' and $1');

const listsOf = <H extends ArnInput>(
  holders: readonly H[],
  ref: References<Readonly<Record<H, Input<unknown>>>>,
): string[] => holders.map((name) => HOLDERS[name].list(ref[name].expression));

/** The same as an expression. */
export function arnsOf<H extends ArnInput>(
  holders: readonly H[],
  ref: References<Readonly<Record<H, Input<unknown>>>>,
): Expr<readonly string[]> {
  const lists = listsOf(holders, ref);
  return new Expr(lists.length === 1 ? lists.join('') : `concat(${lists.join(', ')})`);
}

/**
 * An ARN of another partition names something that is not there, and IAM says so at apply.
 *
 * @param list expression of all ARNs, where one is at hand
 */
export const arnPartition = <H extends ArnInput>(
  holders: readonly [H, ...H[]],
  list?: Expr<readonly string[]>,
): Requirement<ArnInputs<H>> => ({
  code: 'ArnPartition',
  about: [...holders, 'partition'],
  must: (name) =>
    `${listed(holders.map(name))} must hold ARNs of the provider's AWS partition, or of the one in ${name('partition')}`,
  remedy: () => 'correct them, like "arn:aws-us-gov:..." in aws-us-gov',
  refused: { partition: 'aws-cn', [holders[0]]: HOLDERS[holders[0]].example },
  // what is null is looked up: Terraform knows the partition then
  accepts: (values) =>
    values.partition === null ||
    literalArns(holders, values).every((arn) =>
      arn.startsWith(`arn:${values.partition as string}:`),
    ),
  // alltrue would stop at the first that is unknown
  condition: (ref) =>
    expr`!contains([for arn in ${list ?? arnsOf(holders, ref)} : try(split(":", arn)[1] == ${ref.partition}, true)], false)`,
});

/** The inputs, with the partition as it is given or looked up. */
export const withPartition = <R extends References<{ readonly partition: Input<unknown> }>>(
  ref: R,
  partition: Expr<string>,
): R => ({ ...ref, partition: new Reference(ref.partition.name, partition.expression) });

/**
 * All ARNs of the caller's in one list, and the precondition that they are of the partition.
 *
 * @param partition as it is given or looked up
 */
export function arnsInPartition<H extends ArnInput>(
  scope: Construct,
  ref: References<ArnInputs<H>>,
  partition: Expr<string>,
  holders: readonly [H, ...H[]],
): { readonly arns: Expr<readonly string[]>; readonly inPartition: Precondition } {
  const comment = 'For the rules in outputs.tf.json. No grant.';
  const lists = holders.map((name) => new Expr(HOLDERS[name].list(ref[name].expression)));
  const arns: Expr<readonly string[]> =
    holders.length === 1
      ? arnsOf(holders, ref)
      : expr`concat(${local(scope, 'arns', lists, comment)}...)`;
  return {
    arns,
    inPartition: precondition(arnPartition(holders, arns), withPartition(ref, partition)),
  };
}
