import {
  attaches,
  callersPermissions,
  nodePolicies,
  permissionsModel,
} from '../../../../modules/iam/permissions/attached';
import { always, is } from '../../../../modules/iam/permissions/model';

const ROLE = always('role/x');

test('a policy of AWS is attached by its own ARN, path included', () => {
  const attached = attaches(
    { policy: 'AWSLambdaRole', reason: 'Why.', see: 'https://example.com' },
    ROLE,
  );

  expect(attached).toMatchObject({
    kind: 'attached-policy',
    address: 'aws_iam_role_policy_attachment.managed',
    policy_arn: 'arn:${partition}:iam::aws:policy/service-role/AWSLambdaRole',
    managed_policy: 'AWSLambdaRole',
    when: [],
    granted_to: ROLE,
  });
});

test('a node has exactly one of the two core policies', () => {
  const core = nodePolicies(ROLE).filter(({ when }) =>
    when.some(({ value }) => value === 'core_policy'),
  );

  expect(core.map(({ id, when }) => [id, when])).toEqual([
    ['AmazonSSMManagedInstanceCore', [is('core_policy', 'AmazonSSMManagedInstanceCore')]],
    ['AmazonEC2RoleforSSM', [is('core_policy', 'AmazonEC2RoleforSSM')]],
  ]);
});

test('a boundary is set only where the module makes the role', () => {
  const [, , boundary] = callersPermissions(ROLE, [is('create_role', true)]);

  expect(boundary).toMatchObject({
    kind: 'boundary',
    when: [{ value: 'permissions_boundary', test: 'is-not' }, is('create_role', true)],
  });
});

test('a model brings what AWS has in the policies it attaches, and in no others', () => {
  const lambda = attaches({ policy: 'AWSLambdaRole', reason: 'Why.', see: 'x' }, ROLE);

  expect(permissionsModel([lambda, ...callersPermissions(ROLE)])).toMatchObject({
    tables: {},
    managed_policies: {
      AWSLambdaRole: {
        statements: [{ Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: ['*'] }],
      },
    },
  });
  expect(Object.keys(permissionsModel([lambda]).managed_policies)).toEqual(['AWSLambdaRole']);
});
