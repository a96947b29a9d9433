import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { Reference, expr } from '../../../generator/expression';
import { unmet } from '../../../generator/requirements';
import { arnPartition, arnsInPartition, arnsOf } from '../../../modules/iam/caller-arns';
import type { ArnInput } from '../../../modules/iam/caller-arns';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const stack = new TerraformStack(new App(), 'arns');
const token = new TerraformVariable(stack, 'arn', { type: 'string' }).stringValue;

const reference = (name: string): Reference<unknown> => new Reference(name, `var.${name}`);

const policy = (partition: string): string => `arn:${partition}:iam::123456789012:policy/Own`;

/** Each input that takes ARNs, with one in it. */
const holding = (arn: string | null): Readonly<Record<ArnInput, unknown>> => ({
  additionalPolicyArns: { any: arn },
  automationRoleArn: arn,
  lambdaFunctionArns: [arn],
  passRoleArns: [arn],
  permissionsBoundary: arn,
  s3Buckets: [{ name: 'own-bucket', kmsKeyArn: arn }],
});

describe.each(Object.keys(holding(null)) as ArnInput[])('an ARN in %s', (input) => {
  const codes = (arn: string | null, partition: string | null): string[] =>
    unmet([arnPartition([input])], { [input]: holding(arn)[input], partition }).map(
      ({ code }) => code,
    );

  test.each(['aws', 'aws-us-gov', 'aws-cn'])('may be of %s there, or where nobody knows', (own) => {
    expect(codes(policy(own), own)).toEqual([]);
    expect(codes(policy(own), null)).toEqual([]);
  });

  test.each([
    ['aws', 'aws-us-gov'],
    ['aws-us-gov', 'aws'],
    ['aws', 'aws-cn'],
  ])('of %s may not stand in %s', (other, partition) => {
    expect(codes(policy(other), partition)).toEqual(['ArnPartition']);
  });

  test('is left to Terraform while it is unknown, and may be null', () => {
    expect(codes(token, 'aws-cn')).toEqual([]);
    expect(codes(null, 'aws-cn')).toEqual([]);
  });

  test('has an example that is refused', () => {
    const requirement = arnPartition([input]);

    expect(requirement.accepts(requirement.refused)).toBe(false);
  });
});

test('the lists of all inputs keep each ARN apart, so that one that is unknown hides no other', () => {
  const ref = {
    additionalPolicyArns: reference('policies'),
    lambdaFunctionArns: reference('functions'),
    permissionsBoundary: reference('boundary'),
    s3Buckets: reference('buckets'),
  };

  expect(
    arnsOf(['additionalPolicyArns', 'permissionsBoundary', 'lambdaFunctionArns', 's3Buckets'], ref),
  ).toEqual(
    expr`concat(values(var.policies), [var.boundary], [for arn in var.functions : arn], var.buckets[*].kms_key_arn)`,
  );
});

test('in a plan they are compared with the partition that is given or looked up', () => {
  let found: unknown;
  const ref = { automationRoleArn: reference('role_arn'), partition: reference('partition') };
  emittedStack(newFolder(), (stack) => {
    const scope = new Construct(stack, 'Default');
    found = arnsInPartition(scope, ref, expr`local.partition`, ['automationRoleArn']);
  });

  expect(found).toEqual({
    arns: expr`[var.role_arn]`,
    inPartition: {
      condition: expr`!contains([for arn in [var.role_arn] : try(split(":", arn)[1] == local.partition, true)], false)`,
      errorMessage:
        'role_arn must hold ARNs of the provider\'s AWS partition, or of the one in partition; correct them, like "arn:aws-us-gov:..." in aws-us-gov [ArnPartition]',
    },
  });
});
