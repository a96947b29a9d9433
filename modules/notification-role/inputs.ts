import { expr } from '../../generator/expression';
import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import { notNull } from '../../generator/null-rules';
import { each, rule } from '../../generator/rules';
import * as type from '../../generator/types';
import { kmsKeyArn, snsTopicArn } from '../iam/arns';
import { awsPage } from '../iam/aws-pages';
import { serviceRoleInputs } from '../iam/service-role';
import { untriedConfusedDeputyInput } from '../iam/trust-policy';

const A_TOPIC = 'arn:aws:sns:us-east-2:123456789012:example';

const aTopic = rule<readonly string[]>({
  code: 'NoTopic',
  must: 'must not be empty',
  remedy: 'name the topics that get the notifications',
  see: awsPage.notifications,
  refused: () => [],
  accepts: (topics) => topics.length > 0,
  condition: (topics) => expr`length(${topics}) > 0`,
});

export const inputs = {
  topicArns: input.required(type.set(type.string), {
    description:
      'ARNs of the SNS topics to which the role may publish, at least one. Systems Manager does not support FIFO topics.',
    rules: [each(notNull(snsTopicArn)), aTopic],
    samples: [
      {
        value: [A_TOPIC],
        makes: { 'jsondecode(aws_iam_role_policy.own.policy).Statement[0].Resource[0]': A_TOPIC },
      },
    ],
  }),
  ...serviceRoleInputs({
    roleName: 'SSMNotificationRole',
    description: 'Lets AWS Systems Manager publish notifications to Amazon SNS topics.',
  }),
  ...untriedConfusedDeputyInput,
  kmsKeyArns: input.withDefault(type.set(type.string), [] as readonly string[], {
    description:
      'ARNs of the KMS keys that encrypt the topics. The policy of each key must allow the role too.',
    rules: [each(notNull({ ...kmsKeyArn, see: awsPage.notifications }))],
    samples: [{ value: ['arn:aws:kms:us-east-2:123456789012:key/example'] }],
  }),
};

export type NotificationRoleProps = Props<typeof inputs>;
