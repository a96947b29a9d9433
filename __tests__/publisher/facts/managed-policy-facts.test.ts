import type { ManagedStatement } from '../../../contract/permissions';
import { managedPolicyFindings } from '../../../publisher/facts/managed-policy-facts';
import { aPermission } from '../../fixtures/contracts';

const allow = (...actions: string[]): ManagedStatement => ({
  Effect: 'Allow',
  Action: actions,
  Resource: ['*'],
});
const attaching = (
  statements: readonly ManagedStatement[],
  by_default = true,
  as_of = '2026-08-22',
  version = 'v2',
) => ({
  managed_policies: { P: { as_of, version, updated: as_of, statements } },
  permissions: [aPermission({ managed_policy: 'P', by_default })],
});

test('what AWS added and took is told, an action a line', () => {
  expect(
    managedPolicyFindings(
      attaching([allow('a:A', 'b:B')], true, '2026-08-01', 'v1'),
      attaching([allow('b:B'), allow('c:C')]),
    ),
  ).toEqual([
    {
      code: 'managed-policy-changed',
      subject: 'P',
      step: 'minor',
      before: ['Allow a:A on *'],
      after: ['Allow c:C on *'],
      text: 'AWS changed `P` from v1 to v2, on 2026-08-22',
      by_default: true,
    },
  ]);
});

test.each([
  ['another day', attaching([allow('a:A')]), attaching([allow('a:A')], true, '2026-09-01'), 0],
  [
    'statements that are joined',
    attaching([allow('a:A'), allow('b:B')]),
    attaching([allow('b:B', 'a:A')]),
    0,
  ],
  [
    'a condition',
    attaching([allow('a:A')]),
    attaching([{ ...allow('a:A'), Condition: { Bool: {} } }]),
    1,
  ],
  [
    'another effect',
    attaching([allow('a:A')]),
    attaching([{ ...allow('a:A'), Effect: 'Deny' }]),
    1,
  ],
  [
    'another resource',
    attaching([allow('a:A')]),
    attaching([{ ...allow('a:A'), Resource: ['x'] }]),
    1,
  ],
  [
    'a policy that was not attached',
    { managed_policies: {}, permissions: [] },
    attaching([allow('a:A')]),
    0,
  ],
])('%s', (_, before, after, expected) => {
  expect(managedPolicyFindings(before, after)).toHaveLength(expected);
});

test('a policy that an input attaches is not granted by default', () => {
  const [found] = managedPolicyFindings(attaching([allow('a:A')], false), attaching([], false));

  expect(found).toMatchObject({ by_default: false, after: null });
});
