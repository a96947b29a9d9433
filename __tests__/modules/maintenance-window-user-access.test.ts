import { MaintenanceWindowUserAccess } from '../../modules/maintenance-window-user-access/construct';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const ROLE = 'arn:aws:iam::123456789012:role/Windows';

test.each([
  [{ maintenanceWindowRoleArn: 'Windows' }, '[RoleArn]'],
  [{ maintenanceWindowRoleArn: ROLE, partition: 'aws-cn' }, '[ArnPartition]'],
  [{ maintenanceWindowRoleArn: ROLE, passRoleServices: ['ssm'] }, '[ServiceName]'],
  [{ maintenanceWindowRoleArn: ROLE, roles: ['AWSServiceRoleForAmazonSSM'] }, '[RoleOfAws]'],
])('a mistake in %j is refused', (props, code) => {
  expect(() =>
    emittedStack(newFolder(), (stack) => new MaintenanceWindowUserAccess(stack, 'planners', props)),
  ).toThrow(code);
});

test('the role has to be given, and nothing else', () => {
  expect(() =>
    emittedStack(newFolder(), (stack) => {
      new MaintenanceWindowUserAccess(stack, 'a', { maintenanceWindowRoleArn: ROLE });
      // @ts-expect-error the compiler says so as well
      new MaintenanceWindowUserAccess(stack, 'b', {});
    }),
  ).toThrow('app/b: maintenanceWindowRoleArn is required');
});
