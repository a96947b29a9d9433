import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import * as type from '../../generator/types';
import { path } from '../iam/names';
import { partitionInput } from '../iam/partition';
import { s3Inputs } from '../iam/s3-inputs';
import { tagsInput } from '../iam/tags';

export const inputs = {
  policyName: input.withDefault(type.string, 'SSMS3AccessPolicy', {
    description:
      'Prefix of the policy names, followed by `-agent` for agent buckets and `-buckets` for yours.',
    samples: [
      {
        value: 'ExamplePolicy',
        makes: { 'aws_iam_policy.s3["agent"].name': 'ExamplePolicy-agent' },
      },
    ],
  }),
  path: input.withDefault(type.string, '/', {
    description: 'Path of the policies. Must begin and end with `/`.',
    rules: [path],
    samples: [{ value: '/example/' }],
  }),
  description: input.withDefault(
    type.string,
    'S3 buckets that AWS Systems Manager reads and writes on managed nodes.',
    {
      description: 'Description of the policies. Changing it replaces them.',
      samples: [{ value: 'An example.' }],
    },
  ),
  ...s3Inputs,
  ...tagsInput,
  ...partitionInput,
};

export type S3AccessPolicyProps = Props<typeof inputs>;
