import { AutomationAdministrationRole } from '../../modules/automation-administration-role/construct';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

test.each([
  [{ executionRoleName: '*' }, '[RoleWithPath]'],
  [{ executionRoleName: '/team/Execution' }, '[RoleWithPath]'],
  [{ trustedServices: ['ssm.amazonaws.com'] }, '[UnguardedTrust]'],
  [{ accountId: '1' }, '[AccountId]'],
])('a mistake in %j is refused', (props, code) => {
  expect(() =>
    emittedStack(newFolder(), (stack) => new AutomationAdministrationRole(stack, 'ssm', props)),
  ).toThrow(code);
});
