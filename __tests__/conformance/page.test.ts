import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES } from '../e2e/cases/aws-guide/pages';
import { conformancePage } from '../e2e/harness/conformance-page';
import { relativeLinks } from '../e2e/harness/markdown';
import { PROJECT } from '../fixtures/source-files';

const FILE = join(PROJECT, 'docs/conformance.md');
const rendered = conformancePage(PAGES);

if (process.env.WRITE_CONFORMANCE_PAGE === '1') {
  writeFileSync(FILE, rendered);
}

test('docs/conformance.md is what the conformance suite runs', () => {
  expect(readFileSync(FILE, 'utf8')).toBe(rendered);
});

test.each(PAGES.flatMap(({ procedures }) => procedures).map(({ name }) => [name]))(
  'it has a row for one procedure: %s',
  (name) => {
    const rows = rendered.split('\n').filter((line) => line.startsWith(`| ${name} `));
    expect(rows).toHaveLength(1);
  },
);

test('it names the procedures of the pages once', () => {
  const named = PAGES.map(({ folder, procedures }) => [
    folder,
    procedures.map(({ heading }) => heading),
  ]);
  expect(named).toEqual([
    ['hybrid-service-role-older', ['To create an IAM service role']],
    [
      'instance-profile-older',
      [
        'Create an instance profile for Systems Manager managed instances',
        'Add instance profile permissions for Systems Manager managed instances to an existing role',
      ],
    ],
    [
      'automation',
      [
        'To create an IAM role and allow Automation to assume it',
        'To embed an inline policy for a service role (IAM Console)',
        'To add a trust relationship for Automation',
        'To attach the iam:PassRole policy to your Automation role',
        'To configure user access and attach the iam:PassRole policy to a user account',
      ],
    ],
    ['automation-alarms', ['Before you begin']],
    [
      'automation-accounts',
      [
        'To create the required IAM administration role for multi-Region and multi-account automations by using AWS CloudFormation',
        'To create the required IAM automation role for multi-Region and multi-account automations by using AWS CloudFormation',
      ],
    ],
    [
      'instance-profile',
      [
        'Task 1: (Optional) Create a custom policy for S3 bucket access',
        'To create an instance profile for Systems Manager managed instances (console)',
        'To add instance profile permissions for Systems Manager to an existing role (console)',
      ],
    ],
    [
      'parameter-store',
      [
        'Managing access to Parameter Store parameters using IAM policies',
        'Managing access to Parameter Store parameters using IAM policies',
        'Encrypting and decrypting parameters using AWS KMS keys',
        'Allowing managed nodes to access specific parameters',
      ],
    ],
    [
      'console-access',
      [
        'AWS Systems Manager console operator read-only policy',
        'AWS Systems Manager console operator policy',
      ],
    ],
    [
      'default-host-management',
      ['To activate Default Host Management Configuration (command line)'],
    ],
    [
      'maintenance-windows-console',
      ['To create a custom service role for maintenance windows using the console'],
    ],
    [
      'notifications',
      [
        'To create an IAM service role for Amazon SNS notifications',
        'To create a custom IAM policy for Amazon SNS notifications',
        'To attach the iam:PassRole policy to your Maintenance Windows role',
      ],
    ],
    ['hybrid-service-role', ['To create an IAM service role for a hybrid environment']],
    [
      'session-manager',
      [
        'To create an instance profile with minimal Session Manager permissions (console)',
        'To create an IAM role with permissions for Session Manager and Amazon S3 and CloudWatch Logs (console)',
      ],
    ],
    [
      'maintenance-windows-cli',
      ['Create a custom service role for maintenance windows using the AWS CLI'],
    ],
    [
      'maintenance-windows',
      ['To configure permissions to allow users to register maintenance window tasks'],
    ],
    [
      'session-manager-examples',
      [
        'Example 2: Restrict access to specific managed nodes',
        'Example 3: Restrict access based on tags',
      ],
    ],
    [
      'session-manager-quickstart',
      [
        'Quickstart end user policies for Session Manager',
        'Quickstart administrator policies for Session Manager',
      ],
    ],
    ['session-manager-ssh', ['To allow SSH connections through Session Manager']],
  ]);
});

test('it links only to what is there', () => {
  const missing = relativeLinks(rendered).filter(
    (target) => !existsSync(join(PROJECT, 'docs', target)),
  );
  expect(missing).toEqual([]);
});
