import type { When } from '../../../contract/permissions';
import { partText, permissionText } from '../../../publisher/facts/permission-text';
import { aPermission } from '../../fixtures/contracts';

const isOn: When = { value: 'on', test: 'is', operands: [true] };

test.each([
  [aPermission(), 'statement: s3:GetObject on arn:aws:s3:::bucket/* to role/${role_name}'],
  [
    aPermission({
      for_each: 'buckets',
      when: [isOn, { value: 'names', test: 'is-not-empty' }],
      conditions: [{ operator: 'StringEquals', key: 'aws:SourceAccount', values: [{ text: '1' }] }],
    }),
    'statement: s3:GetObject on arn:aws:s3:::bucket/* to role/${role_name} for each of buckets, if on and names is not empty; request has to fulfil aws:SourceAccount StringEquals 1',
  ],
  [
    {
      ...aPermission({ kind: 'attached-policy', policy_arn: 'arn:aws:iam::aws:policy/P' }),
      actions: [],
      resources: [],
    },
    'attached-policy: arn:aws:iam::aws:policy/P to role/${role_name}',
  ],
  [
    { ...aPermission({ kind: 'trust', services: [{ text: 'ssm.amazonaws.com' }] }), resources: [] },
    'trust: s3:GetObject by ssm.amazonaws.com to role/${role_name}',
  ],
  [
    { ...aPermission({ kind: 'trust', accounts: [{ text: 'arn:root' }] }), resources: [] },
    'trust: s3:GetObject by arn:root to role/${role_name}',
  ],
])('a permission is one line', (permission, expected) => {
  expect(permissionText(permission)).toBe(expected);
});

test('a part has its cases beside it', () => {
  expect(partText({ text: 'a', for_each: 'b', when: [isOn] })).toBe('a (for each of b, if on)');
});
