import { READS_OF_SSM } from '../cases/account';
import type { InputSet } from './draw';
import { grant, listRolesGrants, partitionOf, passRoleGrants, strings, text } from './grants';
import type { Grant } from './grants';
import type { Case } from './plan-many';
import { sessionGrants } from './session-grants';

const READS: readonly Grant[] = [
  ...['ssm:Describe*', 'ssm:List*', ...READS_OF_SSM],
  ...['ec2:DescribeInstances', 'ec2:DescribeInstanceStatus', 'ec2:DescribeRegions'],
].map((action) => grant(action, '*'));

/** What the policy of people may say, by the module that makes it. */
export function peopleGrants(
  { module, inputs }: Pick<Case, 'module' | 'inputs'>,
  account: string,
): Grant[] {
  if (module === 'parameter-store-access') {
    return parameterGrants(inputs, account);
  }
  if (module === 'user-access') {
    return [
      ...(inputs.access === 'read-only' ? READS : []),
      ...passRoleGrants(strings(inputs.pass_role_arns), 'ssm.amazonaws.com'),
    ];
  }
  const services = strings(inputs.pass_role_services);
  if (module === 'session-manager-user-access') {
    return sessionGrants(inputs, account);
  }
  if (module === 'maintenance-window-user-access') {
    return [
      ...passRoleGrants([inputs.maintenance_window_role_arn as string], services),
      ...listRolesGrants(inputs, account),
    ];
  }
  return [
    ...(inputs.access === 'automation' ? runGrants(inputs, account) : []),
    ...passRoleGrants([inputs.automation_role_arn as string], services),
  ];
}

/** What those who run automations may do, beside passing the role. */
function runGrants(inputs: InputSet, account: string): Grant[] {
  const ssm = `arn:${partitionOf(inputs)}:ssm:*`;
  const names = strings(inputs.documents);
  const executions = `${ssm}:${account}:automation-execution/*`;
  return [
    ...(names.length === 0 ? ['*'] : names).flatMap((name) =>
      [account, ''].map((owner) =>
        grant('ssm:StartAutomationExecution', `${ssm}:${owner}:document/${name}`),
      ),
    ),
    ...[
      'StartAutomationExecution',
      'StopAutomationExecution',
      'GetAutomationExecution',
      'DescribeAutomationStepExecutions',
      'SendAutomationSignal',
    ].map((action) => grant(`ssm:${action}`, executions)),
    grant('ssm:DescribeAutomationExecutions', '*'),
  ];
}

/** A path is the parameter of that name and all below it; a name may have no slash, an ARN has one. */
function parameterGrants(inputs: InputSet, account: string): Grant[] {
  const start = `arn:${partitionOf(inputs)}:ssm:*:${account}:parameter`;
  const paths = strings(inputs.paths);
  const onPaths = [
    ...paths.map((path) => `${start}${path}`),
    ...paths.map((path) => (path === '/' ? `${start}/*` : `${start}${path}/*`)),
  ];
  const names = strings(inputs.names);
  const all = [
    ...onPaths,
    ...names.map((name) => (name.startsWith('/') ? `${start}${name}` : `${start}/${name}`)),
  ];
  const context = { StringLike: { 'kms:EncryptionContext:PARAMETER_ARN': all } };
  const allow = (actions: readonly string[], resources: readonly string[], condition?: object) =>
    actions.flatMap((action) => resources.map((resource) => grant(action, resource, condition)));
  const access = text(inputs.access, 'read');
  const keys = strings(inputs.kms_key_arns);
  const [reads, writes] = [access !== 'write', access !== 'read'];
  return [
    ...(reads ? allow(['ssm:GetParameter', 'ssm:GetParameters'], all) : []),
    ...(reads ? allow(['ssm:GetParametersByPath'], onPaths) : []),
    ...(reads ? allow(['kms:Decrypt'], keys, context) : []),
    ...(writes ? allow(['ssm:PutParameter'], all) : []),
    ...(writes ? allow(['kms:Encrypt', 'kms:GenerateDataKey'], keys, context) : []),
    ...(access === 'administer' ? allow(['ssm:DeleteParameter', 'ssm:DeleteParameters'], all) : []),
    ...(inputs.history === true ? allow(['ssm:GetParameterHistory'], all) : []),
    ...(inputs.describe === true ? allow(['ssm:DescribeParameters'], ['*']) : []),
  ];
}
