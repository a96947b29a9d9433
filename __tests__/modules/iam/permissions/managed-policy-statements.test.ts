import { MANAGED_POLICY_PATHS } from '../../../../modules/iam/managed-policies';
import {
  MANAGED_POLICIES_AS_OF,
  MANAGED_POLICY_STATEMENTS,
} from '../../../../modules/iam/permissions/managed-policy-statements';

const statements = Object.entries(MANAGED_POLICY_STATEMENTS).flatMap(([policy, all]) =>
  all.map((statement) => ({ policy, Condition: {}, ...statement })),
);

test('each policy that a module attaches has its statements', () => {
  expect(Object.keys(MANAGED_POLICY_STATEMENTS).sort()).toEqual(
    Object.keys(MANAGED_POLICY_PATHS).sort(),
  );
  expect(MANAGED_POLICIES_AS_OF).toMatch(/^20\d\d-\d\d-\d\d$/);
});

test('actions have a service and a name, and none stands twice', () => {
  const actions = statements.flatMap(({ policy, Action, Resource, Condition }) =>
    Action.map((action) => `${policy} ${action} ${Resource.join()} ${JSON.stringify(Condition)}`),
  );

  expect(actions.filter((one) => !/ [a-z0-9-]+:([A-Z][A-Za-z0-9]+\*?|\*) /.test(one))).toEqual([]);
  expect(new Set(actions).size).toBe(actions.length);
});
