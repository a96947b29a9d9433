import { NotificationRole } from '../../modules/notification-role/construct';
import { notificationRole } from '../../modules/notification-role/module';
import { blockAt, emittedModule } from '../fixtures/emitted-module';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const TOPIC = 'arn:aws:sns:us-east-2:123456789012:notices';

test('no account is looked up unless the trust names one', () => {
  const lookup = blockAt(emittedModule(notificationRole).main, 'data', 'aws_caller_identity');

  expect(lookup).toEqual({
    current: { count: '${var.confused_deputy_protection && var.account_id == null ? 1 : 0}' },
  });
});

test.each([
  [{ topicArns: [] }, '[NoTopic]'],
  [{ topicArns: [`${TOPIC}.fifo`] }, '[SnsTopicArn]'],
  [{ topicArns: ['*'] }, '[SnsTopicArn]'],
  [{ topicArns: [TOPIC], kmsKeyArns: ['alias/notices'] }, '[KmsKeyArn]'],
  [{ topicArns: [TOPIC], trustedServices: ['ssm.amazonaws.com'] }, '[UnguardedTrust]'],
  [
    {
      topicArns: [TOPIC],
      inlinePolicies: {
        SSMNotificationPermissions:
          '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}',
      },
    },
    '[InlinePolicyName]',
  ],
])('a mistake in %j is refused', (props, code) => {
  const build = () =>
    emittedStack(newFolder(), (stack) => new NotificationRole(stack, 'notifications', props));

  expect(build).toThrow(code);
});
