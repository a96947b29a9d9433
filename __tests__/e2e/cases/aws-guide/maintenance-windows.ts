import * as cases from '../../../../modules/maintenance-window-role/cases';
import { differsFromPage as differs } from '../../../../modules/maintenance-window-role/differences';
import { maintenanceWindowRole } from '../../../../modules/maintenance-window-role/module';
import { ACCOUNT, ownPolicy } from '../account';
import { ofCase } from './guide';
import type { Page, Procedure } from './guide';

const PAGE = 'https://docs.aws.amazon.com/systems-manager/latest/userguide';
const CONSOLE = `${PAGE}/configuring-maintenance-window-permissions-console.html`;
const COMMANDS = `${PAGE}/configuring-maintenance-window-permissions-cli.html`;

const ROLE = 'my-maintenance-window-role';
const role_name = ROLE;
const named = <P extends Pick<Procedure, 'inputs' | 'asked'>>(procedure: P): P => ({
  ...procedure,
  inputs: { role_name, ...procedure.inputs },
  asked: { role_name, ...procedure.asked },
});

const allows = (action: string, ...resources: readonly string[]): string[] =>
  resources.map((resource) => `grants: Allow ${action} on ${resource}`);
const ssm = (resource: string): string => `arn:aws:ssm:*:${ACCOUNT}:${resource}`;

/** What both pages print wider than the module grants it. */
const WIDER = [
  ...allows('ssm:SendCommand', '*'),
  ...allows('ssm:GetParameters', '*'),
  ...allows('ssm:ListTagsForResource', '*'),
  ...allows('ssm:StartAutomationExecution', '*'),
  ...allows('ssm:GetAutomationExecution', '*'),
  ...allows('resource-groups:ListGroupResources', '*'),
  ...allows('lambda:InvokeFunction', 'arn:aws:lambda:*:*:function:*'),
  ...['states:DescribeExecution', 'states:StartExecution'].flatMap((action) =>
    allows(action, 'arn:aws:states:*:*:execution:*:*', 'arn:aws:states:*:*:stateMachine:*'),
  ),
];
const COMMAND_TASKS = [
  ...allows(
    'ssm:SendCommand',
    ssm('document/*'),
    'arn:aws:ssm:*::document/*',
    ssm('managed-instance/*'),
    `arn:aws:ec2:*:${ACCOUNT}:instance/*`,
    'arn:aws:s3:::*',
  ),
  ...allows('ssm:GetParameters', ssm('parameter/*'), 'arn:aws:ssm:*::parameter/aws/*'),
  ...allows('ssm:ListTagsForResource', ssm('*')),
  ...allows('resource-groups:ListGroupResources', `arn:aws:resource-groups:*:${ACCOUNT}:group/*`),
];
const AUTOMATION_TASKS = [
  ...allows(
    'ssm:StartAutomationExecution',
    ssm('document/*'),
    'arn:aws:ssm:*::document/*',
    ssm('automation-execution/*'),
  ),
  ...allows('ssm:GetAutomationExecution', ssm('automation-execution/*')),
];
const why = [
  differs.narrowCommands,
  differs.narrowReads,
  differs.narrowAutomations,
  differs.named,
  differs.inlinePolicy,
]
  .map((difference) => difference.why)
  .join(' ');

const onPage = [`attached: ${ownPolicy('my-maintenance-window-role-policy')}`, ...WIDER];

export const consolePage: Page = {
  folder: 'maintenance-windows-console',
  title: 'Control access to maintenance windows using the console',
  url: CONSOLE,
  today: CONSOLE,
  mended: [],
  procedures: [
    {
      ...named(
        ofCase(maintenanceWindowRole, cases.createRole, { page: onPage, module: COMMAND_TASKS }),
      ),
      name: 'maintenance windows: console',
      scripts: ['role.console.sh'],
      subject: { kind: 'role', name: ROLE },
      block: 'windows_by_console',
      left: { page: onPage, module: [...COMMAND_TASKS, ...AUTOMATION_TASKS], why },
    },
  ],
};

const byCommands = {
  page: [`attached: ${ownPolicy('mw-role-custom-policy')}`, ...WIDER],
  module: [
    ...COMMAND_TASKS,
    ...AUTOMATION_TASKS,
    ...allows('ssm:DescribeInstanceInformation', '*'),
    ...allows('lambda:InvokeFunction', `arn:aws:lambda:us-east-2:${ACCOUNT}:function:restart`),
    ...allows('states:StartExecution', `arn:aws:states:us-east-2:${ACCOUNT}:stateMachine:rotate`),
    ...allows('states:DescribeExecution', `arn:aws:states:us-east-2:${ACCOUNT}:execution:rotate:*`),
  ],
};

export const commandsPage: Page = {
  folder: 'maintenance-windows-cli',
  title: 'Control access to maintenance windows using the AWS CLI',
  url: COMMANDS,
  today: COMMANDS,
  mended: [
    'The page attaches a policy that it never creates, by an ARN that ends in .json: the policy is created, and attached by its name.',
  ],
  procedures: [
    {
      ...named(ofCase(maintenanceWindowRole, cases.allTypes, byCommands)),
      name: 'maintenance windows: AWS CLI',
      scripts: ['linux.sh'],
      subject: { kind: 'role', name: ROLE },
      block: 'windows_by_commands',
      left: { ...byCommands, why: `${why} ${differs.twoPages.why}` },
    },
  ],
};
