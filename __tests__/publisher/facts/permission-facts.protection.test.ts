import type { Permission } from '../../../contract/permissions';
import { permissionFindings } from '../../../publisher/facts/permission-facts';
import type { Granting } from '../../../publisher/facts/permission-facts';
import { aPermission, anInput } from '../../fixtures/contracts';

const granting = (permissions: readonly Permission[], more: Partial<Granting> = {}): Granting => ({
  inputs: [],
  tables: {},
  permissions,
  ...more,
});

const protection = 'confused_deputy_protection';
const trust = (isProtected: boolean, wanted: boolean, given: Partial<Permission>): Permission => {
  const { resources: _resources, ...rest } = aPermission({
    kind: 'trust',
    granted_to: [],
    actions: [{ text: 'sts:AssumeRole' }],
    services: [{ text: 'ssm.amazonaws.com' }],
    when: [{ value: protection, test: 'is', operands: [wanted] }],
    by_default: wanted === isProtected,
    ...given,
  });
  return rest;
};
const account = {
  operator: 'StringEquals',
  key: 'aws:SourceAccount',
  values: [{ text: '${account_id}' }],
};
/** As the service roles have it: one statement with the protection, one without. */
const trusting = (isProtected: boolean): Granting =>
  granting(
    [
      trust(isProtected, true, { id: 'trust', conditions: [account] }),
      trust(isProtected, false, { id: 'trust_without_condition' }),
    ],
    { inputs: [anInput({ name: protection, type: 'bool', default: isProtected })] },
  );
const kept =
  'trust: sts:AssumeRole by ssm.amazonaws.com if confused_deputy_protection; request has to fulfil aws:SourceAccount StringEquals ${account_id}';
const open = 'trust: sts:AssumeRole by ssm.amazonaws.com if confused_deputy_protection is false';

test('a protection that is off by default grants the trust without condition, by its name', () => {
  const what = 'with another default (`confused_deputy_protection`: true => false)';

  expect(permissionFindings(trusting(true), trusting(false))).toEqual([
    {
      code: 'permission-withdrawn',
      subject: 'trust',
      step: 'major',
      before: kept,
      after: null,
      text: `trust \`trust\` ${what} is not granted by default any more`,
      by_default: true,
    },
    {
      code: 'permission-granted',
      subject: 'trust_without_condition',
      step: 'minor',
      before: null,
      after: open,
      text: `trust \`trust_without_condition\` ${what} is granted by default`,
      by_default: true,
    },
  ]);
});

test('one that is on by default takes the trust without condition away', () => {
  expect(
    permissionFindings(trusting(false), trusting(true)).map(({ code, subject, before, after }) => [
      code,
      subject,
      before,
      after,
    ]),
  ).toEqual([
    ['permission-granted', 'trust', null, kept],
    ['permission-withdrawn', 'trust_without_condition', open, null],
  ]);
});
