import { explain } from '../../../modules/iam/permissions/explain';
import { holds } from '../../../modules/iam/permissions/placeholders';
import {
  AGENT_ACTION,
  BUCKET_STATEMENTS,
  s3Grants,
  s3Tables,
} from '../../../modules/iam/s3-grants';
import { PATCH_BUCKETS } from '../../fixtures/patch-bucket-table';

/** What is granted on a bucket, as `action on what`. */
function granted(bucket: object): string[] {
  const each = {
    key: null,
    value: { access: 'read-write', cross_account: false, encrypted: false, ...bucket },
  };
  return BUCKET_STATEMENTS.filter(({ when }) => holds(when, { each }))
    .flatMap(({ actions, resources }) => actions.map((action) => `${action} on ${resources}`))
    .sort();
}

test('the buckets of AWS are only read', () => {
  expect(AGENT_ACTION).toBe('s3:GetObject');
});

// https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html
test.each([
  [{ access: 'read' }, ['s3:GetObject on objects']],
  [{ access: 'write' }, ['s3:PutObject on objects']],
  [{ access: 'read-write' }, ['s3:GetObject on objects', 's3:PutObject on objects']],
  [
    { access: 'write', cross_account: true },
    ['s3:PutObject on objects', 's3:PutObjectAcl on objects'],
  ],
  [
    { access: 'read', encrypted: true },
    ['s3:GetEncryptionConfiguration on bucket', 's3:GetObject on objects'],
  ],
])('%j grants %j', (bucket, expected) => {
  expect(granted(bucket)).toEqual(expected);
});

// decision 3: S3 decrypts the parts of an upload to put them together
test.each([
  ['read', ['kms:Decrypt on key']],
  ['write', ['kms:Decrypt on key', 'kms:GenerateDataKey on key']],
  ['read-write', ['kms:Decrypt on key', 'kms:GenerateDataKey on key']],
])('to %s with a key takes %j', (access, expected) => {
  const ofKey = granted({ access, kms_key_arn: 'arn:key' }).filter((one) => one.endsWith('key'));

  expect(ofKey).toEqual(expected);
});

test('each statement has a name that IAM takes, and no other has it', () => {
  const sids = BUCKET_STATEMENTS.map(({ sid }) => sid);

  expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid))).toEqual([]);
  expect(new Set(sids).size).toBe(sids.length);
});

const model = { permissions: s3Grants([]), tables: s3Tables, managed_policies: {} };

function buckets(region: string, agentBuckets: string): string[] {
  const scope = { regions: [region], agent_buckets: agentBuckets, partition: 'aws' };
  return explain(model, scope).flatMap(({ resources = [] }) => resources);
}

test.each(Object.entries(PATCH_BUCKETS))(
  'in %s the patch buckets are those of the table that AWS prints',
  (region, printed) => {
    const told = buckets(region, 'current');

    expect(told).toEqual(
      expect.arrayContaining(printed.map((bucket) => `arn:aws:s3:::${bucket}/*`)),
    );
    expect(told.filter((arn) => arn.includes('patch'))).toHaveLength(printed.length);
  },
);

test('without a published suffix a region has no patch manager buckets', () => {
  expect(buckets('us-gov-west-1', 'all').filter((arn) => arn.includes('patch'))).toEqual([
    'arn:aws:s3:::patch-baseline-snapshot-us-gov-west-1/*',
  ]);
});

test.each([
  ['current', 7],
  ['classic', 8],
  ['all', 10],
])('%s are %i buckets a region', (agentBuckets, count) => {
  expect(new Set(buckets('us-east-2', agentBuckets)).size).toBe(count);
});

test('a folder is the same with and without its slash', () => {
  const resources = (prefix: string | null): unknown =>
    explain(model, {
      partition: 'aws',
      s3_buckets: [{ name: 'b', prefix, access: 'read', kms_key_arn: null }],
    }).map((grant) => grant.resources);

  expect(resources('logs')).toEqual([['arn:aws:s3:::b/logs/*']]);
  expect(resources('logs/')).toEqual([['arn:aws:s3:::b/logs/*']]);
  expect(resources(null)).toEqual([['arn:aws:s3:::b/*']]);
});
