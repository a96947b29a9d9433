import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { unmet } from '../../../generator/requirements';
import { arnPartition } from '../../../modules/iam/caller-arns';
import type { ArnInput } from '../../../modules/iam/caller-arns';
const stack = new TerraformStack(new App(), 'arns');
const token = new TerraformVariable(stack, 'arn', { type: 'string' }).stringValue;

const policy = (partition: string): string => `arn:${partition}:iam::123456789012:policy/Own`;

/** Each input that takes ARNs, with one in it. */
const holding = (arn: string | null): Readonly<Record<ArnInput, unknown>> => ({
  additionalPolicyArns: { any: arn },
  automationRoleArn: arn,
  kmsKeyArns: [arn],
  cloudwatchAlarmArns: [arn],
  lambdaFunctionArns: [arn],
  maintenanceWindowRoleArn: arn,
  passRoleArns: [arn],
  permissionsBoundary: arn,
  sessionKmsKeyArns: [arn],
  sessionLogGroupArns: [arn],
  s3Buckets: [{ name: 'own-bucket', kmsKeyArn: arn }],
  stateMachineArns: [arn],
  topicArns: [arn],
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
