import { attaches } from '../../../../modules/iam/managed-policies';
import { always } from '../../../../modules/iam/permissions/model';
import { permissionsModel } from '../../../../modules/iam/permissions/permissions-model';
import { callersGrants } from '../../../../modules/iam/role-policies';
import { s3Grants } from '../../../../modules/iam/s3-grants';

const ROLE = always('role/x');

test('a model brings what AWS has in the policies it attaches, and in no others', () => {
  const lambda = attaches({ policy: 'AWSLambdaRole', reason: 'Why.', see: 'x' }, ROLE);

  expect(permissionsModel([lambda, ...callersGrants(ROLE)])).toMatchObject({
    tables: {},
    managed_policies: {
      AWSLambdaRole: {
        statements: [{ Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: ['*'] }],
      },
    },
  });
  expect(Object.keys(permissionsModel([lambda]).managed_policies)).toEqual(['AWSLambdaRole']);
});

test('a model brings the tables that its texts look up, and no others', () => {
  expect(Object.keys(permissionsModel(s3Grants([])).tables)).toEqual([
    'patch_manager_suffixes',
    'patch_baseline_snapshot_suffixes',
  ]);
  expect(permissionsModel(callersGrants(ROLE)).tables).toEqual({});
});
