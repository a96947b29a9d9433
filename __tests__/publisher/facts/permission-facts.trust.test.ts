import type { Permission } from '../../../contract/permissions';
import { permissionFindings } from '../../../publisher/facts/permission-facts';
import type { Granting } from '../../../publisher/facts/permission-facts';
import { aPermission, anInput } from '../../fixtures/contracts';

/** Trusts the services that an input names, as every role can. */
function trusting(byDefault: readonly string[], given: Partial<Permission> = {}): Granting {
  const { resources: _resources, ...rest } = aPermission({
    id: 'trusted_services',
    kind: 'trust',
    granted_to: [],
    actions: [{ text: 'sts:AssumeRole' }],
    services: [{ text: '${each.value}', for_each: 'trusted_services' }],
    when: [{ value: 'trusted_services', test: 'is-not-empty' }],
    by_default: byDefault.length > 0,
    ...given,
  });
  const inputs = [anInput({ name: 'trusted_services', default: byDefault })];
  return { inputs, tables: {}, permissions: [rest] };
}

const nobody: Granting = { ...trusting([]), permissions: [] };
const events = 'events.amazonaws.com';
const found = (before: Granting, after: Granting) =>
  permissionFindings(before, after).map(({ code, step, text }) => [code, step, text]);

test('services that an input can name are a trust that can be switched on', () => {
  expect(permissionFindings(nobody, trusting([]))).toEqual([
    {
      code: 'permission-offered',
      subject: 'trusted_services',
      step: 'minor',
      before: null,
      after:
        'trust: sts:AssumeRole by ${each.value} (for each of trusted_services) if trusted_services is not empty',
      text: 'trust `trusted_services` can be switched on',
      by_default: false,
    },
  ]);
});

test('a service that is named by default is trusted by default', () => {
  expect(found(trusting([]), trusting([events]))).toEqual([
    [
      'permission-granted',
      'minor',
      'trust `trusted_services` with another default (`trusted_services`: [] => ["events.amazonaws.com"]) is granted by default',
    ],
  ]);
  expect(found(nobody, trusting([events]))).toEqual([
    ['permission-granted', 'minor', 'trust `trusted_services` is granted by default'],
  ]);
});

test('one more by default is another trust, and one less is withdrawn', () => {
  expect(found(trusting([events]), trusting([events, 'ec2.amazonaws.com']))).toEqual([
    [
      'permission-changed',
      'major',
      'trust `trusted_services` hangs on the default of `trusted_services`, which is another one',
    ],
  ]);
  expect(found(trusting([events]), trusting([])).map(([code, step]) => [code, step])).toEqual([
    ['permission-withdrawn', 'major'],
  ]);
});

test('a condition less is a wider trust, by its own name', () => {
  const conditions = [
    { operator: 'StringEquals', key: 'aws:SourceAccount', values: [{ text: '${account_id}' }] },
  ];

  expect(found(trusting([], { conditions }), trusting([]))).toEqual([
    [
      'permission-offered',
      'minor',
      'trust `trusted_services` without condition can be switched on',
    ],
  ]);
});
