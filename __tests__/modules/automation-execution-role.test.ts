import { AutomationExecutionRole } from '../../modules/automation-execution-role/construct';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const administrationAccountId = '210987654321';

test.each([
  [{ administrationAccountId: '*' }, '[AccountId]'],
  [{ administrationAccountId, administrationRoleName: 'Admin*' }, '[RoleWithPath]'],
  [{ administrationAccountId, organizationId: 'o-*' }, '[OrganizationId]'],
  [{ administrationAccountId, corePolicy: 'AmazonSSMFullAccess' }, '[CorePolicy]'],
  [{ administrationAccountId, trustedServices: ['ssm.amazonaws.com'] }, '[UnguardedTrust]'],
])('a mistake in %j is refused', (props, code) => {
  expect(() =>
    emittedStack(newFolder(), (stack) => new AutomationExecutionRole(stack, 'ssm', props)),
  ).toThrow(code);
});

test('the account has to be given', () => {
  expect(() =>
    emittedStack(newFolder(), (stack) => {
      // @ts-expect-error the compiler says so as well
      new AutomationExecutionRole(stack, 'ssm', {});
    }),
  ).toThrow('administrationAccountId is required; give it a value [MissingProp]');
});
