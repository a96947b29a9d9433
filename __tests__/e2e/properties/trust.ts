import type { InputSet } from './draw';

const ASSUME = { Effect: 'Allow', Action: 'sts:AssumeRole' };

/** Whose trust AWS prints without a condition. */
const AS_PRINTED = [
  'automation-administration-role',
  'default-host-management',
  'maintenance-window-role',
  'notification-role',
];

/** What the trust policy of a module says, in AWS's words. */
export function trustOf(module: string, inputs: InputSet, account: string): object[] {
  const partition = (inputs.partition ?? 'aws') as string;
  const named = [...new Set((inputs.trusted_services ?? []) as string[])].sort();
  return [
    ...(module === 'automation-execution-role' ? [administrationRole(inputs, partition)] : []),
    module === 'instance-profile'
      ? {
          ...ASSUME,
          Principal: { Service: `ec2.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}` },
        }
      : systemsManager(module, inputs, `${partition}:ssm:*:${account}`, account),
    ...(named.length > 0 ? [{ ...ASSUME, Principal: { Service: named } }] : []),
  ];
}

function systemsManager(module: string, inputs: InputSet, source: string, account: string): object {
  const statement = { ...ASSUME, Principal: { Service: 'ssm.amazonaws.com' } };
  const ofAccount = { StringEquals: { 'aws:SourceAccount': account } };
  const from = module.startsWith('automation-')
    ? { ArnLike: { 'aws:SourceArn': `arn:${source}:automation-execution/*` } }
    : {
        [AS_PRINTED.includes(module) ? 'ArnLike' : 'ArnEquals']: {
          'aws:SourceArn': `arn:${source}:*`,
        },
      };
  return (inputs.confused_deputy_protection ?? !AS_PRINTED.includes(module)) === false
    ? statement
    : { ...statement, Condition: { ...ofAccount, ...from } };
}

/** The account, and the one role of it that may assume the role. */
function administrationRole(inputs: InputSet, partition: string): object {
  const arn = `arn:${partition}:iam::${inputs.administration_account_id as string}`;
  const name = inputs.administration_role_name ?? 'AWS-SystemsManager-AutomationAdministrationRole';
  const organization = inputs.organization_id ?? null;
  return {
    ...ASSUME,
    Principal: { AWS: `${arn}:root` },
    Condition: {
      ArnEquals: { 'aws:PrincipalArn': `${arn}:role/${name as string}` },
      ...(organization !== null && { StringEquals: { 'aws:PrincipalOrgID': organization } }),
    },
  };
}
