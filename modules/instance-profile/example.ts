import type { InstanceProfileProps } from './inputs';

/** Instances in a VPC that reaches S3 through an endpoint. */
export const example: InstanceProfileProps = {
  cloudwatchAgent: true,
  regions: ['us-east-2'],
};
