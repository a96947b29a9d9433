import * as cases from '../../../../modules/user-access/cases';
import { differsFromPage as differs } from '../../../../modules/user-access/differences';
import { userAccess } from '../../../../modules/user-access/module';
import type { Document } from '../../harness/account';
import { permissionsIn } from '../../harness/iam-content';
import { ACCOUNT, READS_OF_SSM, awsPolicy, ownPolicy } from '../account';
import { fill, ofCase, printed } from './guide';
import type { Page } from './guide';

const FOLDER = 'console-access';
const URL =
  'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-console-access.html';

/** What the page grants. */
function grantedBy(file: string): string[] {
  const document = JSON.parse(fill(printed(FOLDER)[file] ?? '')) as Document;
  return permissionsIn(document).map((text) => `grants: ${text}`);
}

const on = (actions: readonly string[]): string[] =>
  actions.map((action) => `grants: Allow ${action} on *`);

const attached = (arn: string): string => `attached: ${arn}`;

/** What the policy of ours has of the page's, and what it has instead of every Get. */
const SHARED = on(['ssm:Describe*', 'ssm:List*', 'ec2:DescribeRegions']);
const INSTEAD = on([...READS_OF_SSM, 'ec2:DescribeInstances', 'ec2:DescribeInstanceStatus']);

const readOnly = grantedBy('read-only.console.json');
const operator = {
  page: grantedBy('operator.console.json'),
  module: [
    attached(awsPolicy('AmazonSSMFullAccess')),
    attached(ownPolicy('SSMOperators')),
    `grants: Allow iam:PassRole on arn:aws:iam::${ACCOUNT}:role/AWS-SSM-DiagnosisAdminRole if StringEquals iam:PassedToService = ssm.amazonaws.com`,
  ],
};

export const page: Page = {
  folder: FOLDER,
  title: 'Setting up Systems Manager console access',
  url: URL,
  today: URL,
  mended: ['The page names no users: observer and operator are ours.'],
  given: 'given.sh',
  procedures: [
    {
      ...ofCase(userAccess, cases.readOnly, {
        page: readOnly.filter((line) => !SHARED.includes(line)),
        module: [attached(ownPolicy('SSMUserAccess')), ...INSTEAD],
      }),
      name: 'console access: read-only',
      scripts: ['read-only.console.sh'],
      subject: { kind: 'user', name: 'observer' },
      block: 'observers',
      left: {
        page: readOnly,
        module: [attached(awsPolicy('AmazonSSMReadOnlyAccess'))],
        why: `AmazonSSMReadOnlyAccess allows the Systems Manager actions of the page. ${differs.systemsManagerOnly.why}`,
      },
    },
    {
      ...ofCase(userAccess, cases.operator, operator),
      name: 'console access: operator',
      scripts: ['operator.console.sh'],
      subject: { kind: 'user', name: 'operator' },
      block: 'operators',
      left: {
        ...operator,
        why: [differs.policyOfAws, differs.systemsManagerOnly, differs.namedRoles]
          .map(({ why }) => why)
          .join(' '),
      },
    },
  ],
};
