import type { HybridServiceRoleProps } from './inputs';

/** Nodes that also run the CloudWatch agent and write command output to a bucket. */
export const example: HybridServiceRoleProps = {
  cloudwatchAgent: true,
  s3Buckets: [{ name: 'example-command-output', prefix: 'run-command', access: 'write' }],
};
