import * as cases from '../../../../modules/default-host-management/cases';
import { defaultHostManagement } from '../../../../modules/default-host-management/module';
import { ofCase } from './guide';
import type { Page } from './guide';

const PAGE =
  'https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html';

export const page: Page = {
  folder: 'default-host-management',
  title: 'Managing EC2 instances automatically with Default Host Management Configuration',
  url: PAGE,
  today: PAGE,
  mended: [
    'The emulator lacks service settings: the command `aws ssm update-service-setting` is left out, and the module is called with `enabled = false`.',
  ],
  procedures: [
    {
      ...ofCase(defaultHostManagement, cases.enable),
      name: 'Default Host Management Configuration: role',
      scripts: ['linux.sh'],
      subject: { kind: 'role', name: 'AWSSystemsManagerDefaultEC2InstanceManagementRole' },
      block: 'hosts',
      inputs: { enabled: false },
      asked: { enabled: false },
    },
  ],
};
