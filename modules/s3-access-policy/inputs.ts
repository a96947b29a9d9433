import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import * as type from '../../generator/types';
import { policyName, policyPath } from '../iam/names';
import { partitionInput } from '../iam/partition';
import { description } from '../iam/policy-document';
import { s3Inputs } from '../iam/s3-inputs';
import { tagsInput } from '../iam/tags';

export const inputs = {
  policyName: input.withDefault(type.string, 'SSMInstanceProfileS3Policy', {
    description: 'Name of the policy.',
    rules: [policyName],
    samples: [
      { value: 'ExamplePolicy', makes: { 'aws_iam_policy.s3["1"].name': 'ExamplePolicy' } },
    ],
  }),
  path: input.withDefault(type.string, '/', {
    description: 'Path of the policy, begins and ends with `/`.',
    rules: [policyPath],
    samples: [{ value: '/example/' }],
  }),
  description: input.withDefault(
    type.string,
    'S3 buckets that AWS Systems Manager reads and writes on managed nodes.',
    {
      description: 'Description of the policy. Changing it replaces the policy.',
      rules: [description],
      samples: [{ value: 'An example.' }],
    },
  ),
  ...s3Inputs,
  ...tagsInput,
  ...partitionInput,
};

export type S3AccessPolicyProps = Props<typeof inputs>;
