import { moduleParts, moduleTable } from '../../../publisher/site/module-table';
import { edition, linksOf, texts } from '../../fixtures/site-reader';

const all = edition();
const table = moduleTable(all, 'index.html').text;

test('it says of each module who gets what by default', () => {
  const [root, administration, execution, automation, access, hosts, hybrid, instances, ...rest] =
    texts(table, 'td:last-child');
  const [windows, planners, notices, , buckets] = rest;

  expect([root, buckets]).toEqual(['Nothing.', 'Nothing.']);
  expect(administration).toBe('To ssm.amazonaws.com:sts:AssumeRole');
  expect(execution).toMatch(
    /^To arn:\$\{partition\}:iam::\$\{administration_account_id\}:root or ssm\.amazonaws\.com:/,
  );
  expect(automation).toBe('To ssm.amazonaws.com:AmazonSSMAutomationRoleiam:PassRole');
  expect(access).toMatch(/^ssm:StartAutomationExecutionssm:StopAutomationExecution/);
  expect(hosts).toBe('To ssm.amazonaws.com:AmazonSSMManagedEC2InstanceDefaultPolicy');
  expect(windows).toMatch(/^To ssm.amazonaws.com:ssm:SendCommandssm:CancelCommand/);
  expect(notices).toContain('To ssm.amazonaws.com:');
  expect(hybrid).toBe('To ssm.amazonaws.com:AmazonSSMManagedInstanceCore');
  expect(instances).toBe(
    'To ec2.amazonaws.com or ec2.amazonaws.com.cn:AmazonSSMManagedInstanceCore',
  );
  expect(planners).toBe('iam:PassRoleiam:ListRoles');
});

test('it leads to the part of each page that tells of the module', () => {
  expect(linksOf(table, 'instance-profile')).toEqual([
    'versions/1.0.0/readme.html#instance-profile',
  ]);
  expect(linksOf(table, 'Permissions of instance-profile')).toEqual([
    'versions/1.0.0/permissions.html#instance-profile',
  ]);
  expect(moduleParts(all.modules())[0]).toEqual(['ssm-iam', 'ssm-iam']);
});
