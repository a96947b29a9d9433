import { App, TerraformStack } from 'cdktf';
import { refusalsOf } from '../../../generator/refusals';
import { declareS3Refusals } from '../../../modules/iam/s3-refusals';

const failing = (otherKeys?: string): (readonly string[])[] => {
  const stack = new TerraformStack(new App(), 's3');
  declareS3Refusals(stack, { nameInput: 'policyName', ...(otherKeys && { otherKeys }) });
  return refusalsOf(stack).map((refusal) => refusal.failing);
};

// that they are refused, and by what, Terraform says: e2e/shipped-tests.test.ts
test('too many policies are too many attachments where a role has them', () => {
  expect(failing()).toEqual([['S3PolicyCount'], ['S3PolicySize'], ['S3PolicyName']]);
  expect(failing('var.additional_policy_arns')).toEqual([
    ['S3PolicyCount', 'AttachmentCount', 'check.attachments'],
    ['S3PolicySize'],
    ['S3PolicyName'],
    ['AttachmentKey'],
  ]);
});
