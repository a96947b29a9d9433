import { input } from '../../generator/inputs';
import { matches } from '../../generator/rules';
import * as type from '../../generator/types';
import { policyArn } from '../iam/arns';
import { awsPage } from '../iam/aws-pages';
import { policyPath, s3PolicyName } from '../iam/names';
import { accountIdInput, partitionInput } from '../iam/partition';
import { s3Inputs } from '../iam/s3-inputs';
import { tagsInput } from '../iam/tags';
import { sharedSamples } from './samples';

/** Leaves room for every default name within the 64 characters of a role's name. */
const LONGEST_PREFIX = 32;

/** What the names of the shared S3 policies begin with, behind the prefix; not so those of a role's own buckets. */
export const SHARED_S3_POLICY = 'SSMSharedS3Policy';

/** What all roles of an account share. */
export const sharedInputs = {
  regions: {
    ...s3Inputs.regions,
    description:
      'Regions whose AWS-owned buckets the managed nodes of every role may read: in S3 policies that the roles share. Needed only where S3 is reached through a VPC endpoint.',
    samples: sharedSamples.regions,
  },
  agentBuckets: { ...s3Inputs.agentBuckets, samples: sharedSamples.agentBuckets },
  s3Buckets: {
    ...s3Inputs.s3Buckets,
    description:
      'Buckets of your own for the managed nodes of every role, in the shared S3 policies: Systems Manager reads scripts and patch lists from them, or writes output to them.',
    samples: sharedSamples.s3Buckets,
  },
  s3PolicyName: input.nullable(type.string, {
    description: `What the names of the shared S3 policies begin with. Null: \`name_prefix\` followed by \`${SHARED_S3_POLICY}\`.`,
    rules: [s3PolicyName],
    samples: sharedSamples.s3PolicyName,
  }),
  namePrefix: input.withDefault(type.string, '', {
    description:
      'What the default names of roles and policies begin with. A name that is given is used as it is, and so are names that follow it, like that of an instance profile.',
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
    samples: sharedSamples.namePrefix,
  }),
  path: input.withDefault(type.string, '/', {
    description:
      'Path of roles, policies and instance profiles, begins and ends with `/`. An object may have its own.',
    rules: [policyPath],
    samples: sharedSamples.path,
  }),
  permissionsBoundary: input.nullable(type.string, {
    description:
      'ARN of the policy that bounds what each role may do. Null sets no boundary. An object may have its own.',
    rules: [policyArn],
    samples: sharedSamples.permissionsBoundary,
  }),
  tags: {
    ...tagsInput.tags,
    description: 'Tags of everything that is made. The tags of an object come on top and win.',
    samples: sharedSamples.tags,
  },
  partition: { ...partitionInput.partition, samples: sharedSamples.partition },
  accountId: { ...accountIdInput.accountId, samples: sharedSamples.accountId },
};
