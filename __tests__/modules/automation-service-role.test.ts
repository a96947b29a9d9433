import { AutomationServiceRole } from '../../modules/automation-service-role/construct';
import { automationServiceRole } from '../../modules/automation-service-role/module';
import { AUTOMATION_TRUST, inTheAccount } from '../fixtures/aws-documents';
import { blockAt, emittedModule } from '../fixtures/emitted-module';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

describe('construct', () => {
  const newFolder = temporaryFolders();
  const emitted = emittedModule(automationServiceRole);
  const { main } = emitted;

  describe('the trust policy', () => {
    const statements = blockAt(main, 'locals', 'trust_statements') as object[];
    const [ssm] = statements;

    test('is what AWS prints, to the letter', () => {
      const [printed] = AUTOMATION_TRUST.Statement;

      expect(inTheAccount({ ...ssm, Principal: printed?.Principal })).toEqual(printed);
    });
  });

  describe('in an app', () => {
    test.each([
      [{ passRoleArns: ['*'] }, '[RoleArn]'],
      [{ lambdaFunctionArns: ['name'] }, '[LambdaFunctionArn]'],
      [{ cloudwatchAlarmArns: ['web-errors'] }, '[AlarmArn]'],
      [{ passRoleServices: ['ec2'] }, '[ServiceName]'],
      [{ passItselfToServices: ['ssm'] }, '[ServiceName]'],
      [{ accountId: '1' }, '[AccountId]'],
      [{ corePolicy: 'AmazonSSMFullAccess' }, '[CorePolicy]'],
      [{ trustedServices: ['*'] }, '[ServiceName]'],
      [{ trustedServices: ['ssm.amazonaws.com'] }, '[UnguardedTrust]'],
      [
        {
          inlinePolicies: {
            SSMAutomationPermissions:
              '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}',
          },
        },
        '[InlinePolicyName]',
      ],
    ])('a mistake in %j is refused', (props, code) => {
      expect(() =>
        emittedStack(newFolder(), (stack) => new AutomationServiceRole(stack, 'ssm', props)),
      ).toThrow(code);
    });
  });
});
