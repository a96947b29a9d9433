/** Where the rows are tried. */
export interface Place {
  readonly partition: string;
  /** The region that is granted, and one of the same partition that is not. */
  readonly region: string;
  readonly elsewhere: string;
  /** A second granted region, if the partition has one with renamed buckets. */
  readonly renamed?: string;
}

export const COMMERCIAL: Place = {
  partition: 'aws',
  region: 'us-east-2',
  elsewhere: 'us-west-2',
  renamed: 'ap-southeast-6',
};

export const PLACES: readonly Place[] = [
  COMMERCIAL,
  { partition: 'aws-us-gov', region: 'us-gov-west-1', elsewhere: 'us-gov-east-1' },
  { partition: 'aws-cn', region: 'cn-north-1', elsewhere: 'cn-northwest-1' },
];
