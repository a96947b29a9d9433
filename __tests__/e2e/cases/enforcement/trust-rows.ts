import type { Context, Verdict } from '../../harness/policy-evaluation';
import { ACCOUNT, CENTRAL_ACCOUNT } from '../account';
import type { PRINCIPALS, Who } from './configuration';
import type { Place } from './partitions';

/** Who may become a role on behalf of whom. */
export interface TrustRow {
  readonly role: { [W in Who]: (typeof PRINCIPALS)[W] extends { role: string } ? W : never }[Who];
  /** A service, or an account by its ARN. */
  readonly principal: string;
  readonly context: Context;
  readonly verdict: Verdict;
  readonly why: string;
}

/** What Systems Manager says of the resource that it works for. */
const onBehalf = (partition: string, region: string, account: string, what: string): Context => ({
  'aws:SourceAccount': account,
  'aws:SourceArn': `arn:${partition}:ssm:${region}:${account}:${what}`,
});

type TrustCase = readonly [
  role: TrustRow['role'],
  principal: string,
  context: Context,
  verdict: Verdict,
  why: string,
];

/** Who becomes the execution role from another account. */
function accountRows(partition: string): TrustCase[] {
  const root = (account: string): string => `arn:${partition}:iam::${account}:root`;
  const role = (account: string, name: string): Context => ({
    'aws:PrincipalArn': `arn:${partition}:iam::${account}:role/${name}`,
  });
  const theirs = CENTRAL_ACCOUNT;
  const administration = role(ACCOUNT, 'Administration');
  const inOrganization = (id: string): Context => ({ ...administration, 'aws:PrincipalOrgID': id });
  return [
    ['execution', root(ACCOUNT), administration, 'allow', 'administration role'],
    ['execution', root(ACCOUNT), role(ACCOUNT, 'Administration-2'), 'deny', 'begins like it'],
    ['execution', root(ACCOUNT), role(ACCOUNT, 'team/Administration'), 'deny', 'on another path'],
    ['execution', root(ACCOUNT), role(ACCOUNT, 'Operator'), 'deny', 'another role'],
    ['execution', root(ACCOUNT), {}, 'deny', 'no role'],
    ['execution', root(theirs), role(theirs, 'Administration'), 'deny', 'another account'],
    ['administration', root(ACCOUNT), administration, 'deny', 'a service is trusted alone'],
    ['organizationExecution', root(ACCOUNT), administration, 'deny', 'in no organization'],
    ['organizationExecution', root(ACCOUNT), inOrganization('o-exampleorgid'), 'allow', 'in it'],
    ['organizationExecution', root(ACCOUNT), inOrganization('o-exampleother'), 'deny', 'another'],
  ];
}

export function trustRowsIn({ partition, region, elsewhere }: Place): TrustRow[] {
  const ec2 = partition === 'aws-cn' ? 'ec2.amazonaws.com.cn' : 'ec2.amazonaws.com';
  const ssm = 'ssm.amazonaws.com';
  const [mine, theirs] = [ACCOUNT, CENTRAL_ACCOUNT];
  const node = (place: string, account: string): Context =>
    onBehalf(partition, place, account, 'managed-instance/mi-1');
  const execution = (account: string): Context =>
    onBehalf(partition, region, account, 'automation-execution/1');
  const mixed = { ...execution(mine), 'aws:SourceArn': execution(theirs)['aws:SourceArn'] ?? '' };
  const cases: readonly TrustCase[] = [
    ...accountRows(partition),
    ['execution', ssm, execution(mine), 'allow', 'execution of the account'],
    ['execution', ssm, execution(theirs), 'deny', 'execution of another account'],
    ['administration', ssm, execution(mine), 'allow', 'execution of the account'],
    ['administration', ssm, execution(theirs), 'deny', 'execution of another account'],
    ['bareAdministration', ssm, {}, 'allow', 'no condition is documented'],
    ['bareAdministration', ec2, {}, 'deny', 'another service'],
    ['servers', ssm, node(region, mine), 'allow', 'node of the account'],
    ['servers', ssm, node(elsewhere, mine), 'allow', 'node of the account, in any region'],
    ['servers', ssm, node(region, theirs), 'deny', 'node of another account'],
    ['servers', ssm, {}, 'deny', 'for nobody known'],
    ['servers', ec2, node(region, mine), 'deny', 'another service'],
    ['bareServers', ssm, {}, 'allow', 'confused_deputy_protection = false'],
    ['automation', ssm, execution(mine), 'allow', 'execution of the account'],
    ['automation', ssm, execution(theirs), 'deny', 'execution of another account'],
    ['automation', ssm, mixed, 'deny', 'ARN of another account'],
    ['automation', ssm, node(region, mine), 'deny', 'no execution'],
    ['automation', ec2, {}, 'deny', 'trusted_services = []'],
    ['wideAutomation', ec2, {}, 'allow', 'trusted_services'],
    ['wideAutomation', ssm, {}, 'deny', 'for nobody known'],
    ['windows', ssm, {}, 'allow', 'as AWS prints it'],
    ['windows', ec2, {}, 'deny', 'another service'],
    ['notifications', ssm, {}, 'allow', 'as AWS prints it'],
    ['notifications', 'sns.amazonaws.com', {}, 'deny', 'another service'],
    ['hosts', ssm, {}, 'allow', 'as AWS prints it'],
    ['hosts', ec2, {}, 'deny', 'another service'],
    ['bareWindows', ssm, node(elsewhere, mine), 'allow', 'for the account, in any region'],
    ['bareWindows', ssm, node(region, theirs), 'deny', 'for another account'],
    ['bareWindows', ssm, {}, 'deny', 'for nobody known'],
    ['instances', ec2, {}, 'allow', 'EC2'],
    ['instances', ssm, node(region, mine), 'deny', 'another service'],
  ];
  return cases.map(([role, principal, context, verdict, why]) => ({
    ...{ role, principal, context, verdict, why },
  }));
}
