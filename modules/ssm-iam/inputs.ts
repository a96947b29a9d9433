import { input } from '../../generator/inputs';
import { matches } from '../../generator/rules';
import * as type from '../../generator/types';
import { policyArn } from '../iam/arns';
import { awsPage } from '../iam/aws-pages';
import { policyName, policyPath } from '../iam/names';
import { accountIdInput, partitionInput } from '../iam/partition';
import { s3Inputs } from '../iam/s3-inputs';
import { tagsInput } from '../iam/tags';

/** Leaves room for every default name within the 64 characters of a role's name. */
const LONGEST_PREFIX = 32;

/** Name of the shared S3 policy behind the prefix; not that of a policy which a role's own buckets make. */
export const SHARED_S3_POLICY = 'SSMSharedS3Policy';

/** What all roles of an account share. */
export const sharedInputs = {
  ...s3Inputs,
  regions: {
    ...s3Inputs.regions,
    description:
      'Regions whose AWS-owned buckets the managed nodes of every role may read: one S3 policy, shared by the roles. Needed only where S3 is reached through a VPC endpoint.',
  },
  s3Buckets: {
    ...s3Inputs.s3Buckets,
    description:
      'Buckets of your own for the managed nodes of every role, in the shared S3 policy: Systems Manager reads scripts and patch lists from them, or writes output to them.',
  },
  s3PolicyName: input.nullable(type.string, {
    description: `Name of the shared S3 policy. Null: \`name_prefix\` followed by \`${SHARED_S3_POLICY}\`.`,
    rules: [policyName],
  }),
  namePrefix: input.withDefault(type.string, '', {
    description:
      'What the default names of roles and policies begin with. A name that is given is used as it is.',
    rules: [
      matches({
        pattern: '^[\\w+=,.@-]*$',
        refused: 'our team ',
        longest: LONGEST_PREFIX,
        code: 'NamePrefix',
        must: `must be at most ${LONGEST_PREFIX} letters, digits and _+=,.@-`,
        remedy: 'shorten it or replace the other characters',
        see: awsPage.createRole,
      }),
    ],
  }),
  path: input.withDefault(type.string, '/', {
    description:
      'Path of roles, policies and instance profiles, begins and ends with `/`. An object may have its own.',
    rules: [policyPath],
  }),
  permissionsBoundary: input.nullable(type.string, {
    description:
      'ARN of the policy that bounds what each role may do. Null sets no boundary. An object may have its own.',
    rules: [policyArn],
  }),
  tags: {
    ...tagsInput.tags,
    description: 'Tags of everything that is made. The tags of an object come on top and win.',
  },
  ...partitionInput,
  ...accountIdInput,
};
