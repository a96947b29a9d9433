import type { Input } from '../../../contract/module';
import type { Condition, Permission, When } from '../../../contract/permissions';
import { partChanges } from '../../../publisher/facts/permission-parts';
import { aPermission, anInput } from '../../fixtures/contracts';

const on = (preset: boolean): Input => anInput({ name: 'on', type: 'bool', default: preset });
const isOn: When = { value: 'on', test: 'is', operands: [true] };
const isOff: When = { value: 'on', test: 'is', operands: [false] };
const condition = (given: Partial<Condition> = {}): Condition => ({
  operator: 'StringEquals',
  key: 'aws:SourceAccount',
  values: [{ text: '1' }],
  ...given,
});

const found = (
  before: Partial<Permission>,
  after: Partial<Permission>,
  inputs = [on(true), on(true)],
) =>
  partChanges(aPermission(before), aPermission(after), [inputs.slice(0, 1), inputs.slice(1)]).map(
    ({ part, direction, byDefault }) => `${part}: ${direction}, ${byDefault} by default`,
  );

const read = { text: 's3:GetObject' };
const write = { text: 's3:PutObject' };
const all = { text: 's3:*' };

test.each<[string, Partial<Permission>, Partial<Permission>, readonly string[]]>([
  ['nothing', {}, { reason: 'Other words.', see: 'https://example.com' }, []],
  [
    'an action more',
    {},
    { actions: [read, write] },
    ['action s3:PutObject: wider, wider by default'],
  ],
  [
    'an action less',
    { actions: [read, write] },
    {},
    ['action s3:PutObject: narrower, narrower by default'],
  ],
  [
    'an action that a switch adds',
    {},
    { actions: [read, { ...write, when: [isOff] }] },
    ['action s3:PutObject: wider, same by default'],
  ],
  ['an action that a star held', { actions: [all] }, { actions: [all, write] }, []],
  [
    'a star for an action',
    { actions: [write] },
    { actions: [all] },
    ['action s3:*: wider, wider by default'],
  ],
  [
    'a star that holds in other cases',
    { actions: [{ ...all, when: [isOff] }] },
    { actions: [{ ...all, when: [isOff] }, write] },
    ['action s3:PutObject: wider, wider by default'],
  ],
  [
    'another resource',
    {},
    { resources: [{ text: 'arn:aws:s3:::bucket/*' }, { text: 'arn:aws:s3:::other/*' }] },
    ['resource arn:aws:s3:::other/*: wider, wider by default'],
  ],
  [
    'a principal',
    { services: [] },
    { services: [{ text: 'ec2.amazonaws.com' }] },
    ['principal ec2.amazonaws.com: wider, wider by default'],
  ],
  [
    'an account',
    {},
    { accounts: [{ text: 'arn:root' }] },
    ['principal arn:root: wider, wider by default'],
  ],
  [
    'somebody who gets it',
    {},
    { granted_to: [{ text: 'role/${role_name}' }, { text: 'user/x' }] },
    ['to user/x: wider, wider by default'],
  ],
  ['a case less', { when: [isOn] }, {}, ['cases: wider, same by default']],
  ['a case more', {}, { when: [isOff] }, ['cases: narrower, narrower by default']],
  [
    'a part in more cases',
    { actions: [{ ...read, when: [isOff] }] },
    {},
    ['action s3:GetObject: wider, wider by default'],
  ],
  [
    'a condition more',
    {},
    { conditions: [condition()] },
    ['condition StringEquals aws:SourceAccount: narrower, narrower by default'],
  ],
  [
    'a condition less',
    { conditions: [condition()] },
    {},
    ['condition StringEquals aws:SourceAccount: wider, wider by default'],
  ],
  [
    'a value more',
    { conditions: [condition()] },
    { conditions: [condition({ values: [{ text: '1' }, { text: '2' }] })] },
    ['value of condition StringEquals aws:SourceAccount: 2: wider, wider by default'],
  ],
  [
    'a value more that it must not be',
    { conditions: [condition({ operator: 'StringNotEquals' })] },
    {
      conditions: [
        condition({ operator: 'StringNotEquals', values: [{ text: '1' }, { text: '2' }] }),
      ],
    },
    ['value of condition StringNotEquals aws:SourceAccount: 2: narrower, narrower by default'],
  ],
  [
    'another policy',
    { policy_arn: 'a' },
    { policy_arn: 'b' },
    ['policy_arn: other, other by default'],
  ],
  ['another loop', { for_each: 'a' }, { for_each: 'b' }, ['for each: other, other by default']],
  [
    'another text where there is no element',
    { resources: [{ text: 'x', for_each: 'regions' }] },
    { resources: [{ text: 'x', for_each: 'regions', otherwise: '*' }] },
    ['resource x: other, other by default'],
  ],
  [
    'a condition for each of something else',
    { conditions: [condition({ for_each: 'tags' })] },
    { conditions: [condition({ for_each: 'labels' })] },
    ['condition StringEquals aws:SourceAccount: other, other by default'],
  ],
  [
    'a text once more, in another case',
    { actions: [read] },
    { actions: [read, { ...read, when: [isOff] }] },
    ['action s3:GetObject (2): wider, same by default'],
  ],
])('%s', (_, before, after, expected) => {
  expect(found(before, after)).toEqual(expected);
});

test('another default of a switch is seen where nothing else changed', () => {
  const same = { actions: [{ ...read, when: [isOn] }] };

  expect(found(same, same, [on(false), on(true)])).toEqual([
    'action s3:GetObject: same, wider by default',
  ]);
  expect(found(same, same, [on(true), on(false)])).toEqual([
    'action s3:GetObject: same, narrower by default',
  ]);
});
