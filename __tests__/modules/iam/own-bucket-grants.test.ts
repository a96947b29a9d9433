import { BUCKET_STATEMENTS } from '../../../modules/iam/own-bucket-grants';
import { holds } from '../../../modules/iam/permissions/placeholders';

/** What is granted on a bucket, as `action on what`. */
function granted(bucket: object): string[] {
  const each = {
    key: null,
    value: { access: 'read-write', cross_account: false, encrypted: false, list: false, ...bucket },
  };
  return BUCKET_STATEMENTS.filter(({ when }) => holds(when, { each }))
    .flatMap(({ actions, resources }) => actions.map((action) => `${action} on ${resources}`))
    .sort();
}

// https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html
test.each([
  [{ access: 'read' }, ['s3:GetObject on objects']],
  [{ access: 'write' }, ['s3:PutObject on objects']],
  [{ access: 'read-write' }, ['s3:GetObject on objects', 's3:PutObject on objects']],
  [
    { access: 'write', cross_account: true },
    ['s3:PutObject on objects', 's3:PutObjectAcl on objects'],
  ],
  [{ access: 'read', list: true }, ['s3:GetObject on objects', 's3:ListBucket on bucket']],
  [{ access: 'write', list: true }, ['s3:PutObject on objects']],
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

test('a key is of use through S3 alone, and an ACL gives the owner control and nobody else', () => {
  const conditions = BUCKET_STATEMENTS.flatMap(({ actions, conditions: all = [] }) =>
    all.map(({ operator, key, values }) => [
      actions,
      operator,
      key,
      ...values.map(({ text }) => text),
    ]),
  );

  expect(conditions).toEqual([
    [['s3:PutObjectAcl'], 'StringEquals', 's3:x-amz-acl', 'bucket-owner-full-control'],
    [['kms:Decrypt'], 'StringLike', 'kms:ViaService', 's3.*.amazonaws.com'],
    [['kms:Decrypt', 'kms:GenerateDataKey'], 'StringLike', 'kms:ViaService', 's3.*.amazonaws.com'],
  ]);
});

test('each statement has a name that IAM takes, and no other has it', () => {
  const sids = BUCKET_STATEMENTS.map(({ sid }) => sid);

  expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid))).toEqual([]);
  expect(new Set(sids).size).toBe(sids.length);
});
