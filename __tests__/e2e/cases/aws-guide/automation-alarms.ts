import { alarms } from '../../../../modules/automation-service-role/cases';
import { automationServiceRole } from '../../../../modules/automation-service-role/module';
import { ACCOUNT } from '../account';
import { ofCase } from './guide';
import type { Page } from './guide';

const ROLE = 'AlarmAutomation';
const PASS_ITSELF = `grants: Allow iam:PassRole on arn:aws:iam::${ACCOUNT}:role/${ROLE} if StringEquals iam:PassedToService = ssm.amazonaws.com`;

const compared = ofCase(automationServiceRole, alarms, {
  page: [
    'grants: Allow cloudwatch:DescribeAlarms on *',
    'grants: Allow ssm:StopAutomationExecution on *',
  ],
  module: [
    `grants: Allow cloudwatch:DescribeAlarms on arn:aws:cloudwatch:us-east-2:${ACCOUNT}:alarm:web-errors`,
    PASS_ITSELF,
    `grants: Allow ssm:StopAutomationExecution on arn:aws:ssm:*:${ACCOUNT}:automation-execution/*`,
  ],
});

export const page: Page = {
  folder: 'automation-alarms',
  title: 'Configuring Automations to monitor CloudWatch Alarms',
  url: alarms.see,
  today: alarms.see,
  mended: ['The page names no role and no policy: AlarmAutomation and CloudWatchAlarms are ours.'],
  procedures: [
    {
      ...compared,
      inputs: { ...compared.inputs, role_name: ROLE },
      asked: { ...compared.asked, role_name: ROLE },
      name: 'Automation: CloudWatch alarms',
      scripts: ['alarms.console.sh'],
      subject: { kind: 'role', name: ROLE },
      block: 'alarm_automation',
      left: {
        page: [],
        module: [PASS_ITSELF],
        why: 'The module makes the role whole: iam:PassRole on the role itself is in the page on the service role.',
      },
    },
  ],
};
