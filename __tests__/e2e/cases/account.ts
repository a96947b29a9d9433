/** The account of the emulator, and the ARNs of AWS in it. */
export const ACCOUNT = '123456789012';

export const awsPolicy = (path: string): string => `arn:aws:iam::aws:policy/${path}`;
export const ownPolicy = (path: string): string => `arn:aws:iam::${ACCOUNT}:policy/${path}`;

/** The trust policy that AWS prints for EC2. */
export const TRUST_EC2 = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
};

/** Buckets of a region, as objects that may be read. */
export const bucketObjects = (names: readonly string[]): string[] =>
  names.map((name) => `arn:aws:s3:::${name}/*`);
