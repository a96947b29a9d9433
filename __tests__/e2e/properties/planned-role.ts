import { isDeepStrictEqual } from 'node:util';
import type { ResourceChange } from '../harness/workspace';
import { grantsOf, ownGrants, s3Grants, sessionGrants } from './grants';
import type { Grant } from './grants';
import { SESSION_MANAGER } from './input-sets';
import { peopleGrants } from './people-grants';
import { trustOf } from './trust';
import { notificationGrants, windowGrants } from './window-grants';
import type { Case } from './plan-many';

const LATIN_1 = /^[\t\n\r\x20-\xFF]*$/;
const ACCOUNT_OF_THE_EMULATOR = '123456789012';

const argument = (change: ResourceChange, name: string): string =>
  (change.change.after?.[name] ?? '') as string;
const withoutSpace = (text: string): string => JSON.stringify(JSON.parse(text));

/** What is wrong with what is planned for a case. */
export function flaws(
  { module, inputs }: Pick<Case, 'module' | 'inputs'>,
  planned: readonly ResourceChange[],
): string[] {
  const documents = (address: RegExp, name = 'policy'): string[] =>
    planned
      .filter((change) => address.test(change.address))
      .map((change) => argument(change, name));
  const s3 = documents(/\.aws_iam_policy\.s3\[/);
  const inline = documents(/\.aws_iam_role_policy\.(inline\[|own$|session\[)/);
  const own = documents(/\.aws_iam_role_policy\.own$/);
  const session = documents(/\.aws_iam_role_policy\.session\[/);
  const ofPeople = documents(/\.aws_iam_policy\.this$/);
  const trust = documents(/\.aws_iam_role\.this/, 'assume_role_policy');
  const attached = planned.filter(({ type }) => type === 'aws_iam_role_policy_attachment');
  const account = (inputs.account_id ?? ACCOUNT_OF_THE_EMULATOR) as string;
  return [
    ...limits('managed policy', [...s3, ...ofPeople], 6144),
    ...limits('trust policy', trust, 2048),
    ...limits('description', documents(/\.aws_iam_(policy|role)\./, 'description'), 1000),
    ...limits(
      'inline policies',
      inline.length > 0 ? [inline.map(withoutSpace).join('')] : [],
      10_240,
    ),
    ...[...s3, ...inline, ...ofPeople, ...trust].filter((text) => !LATIN_1.test(text)),
    ...('users' in inputs || attached.length <= 25 ? [] : ['more than 25 attachments']),
    ...('s3_buckets' in inputs ? difference(s3.flatMap(grantsOf), s3Grants(inputs)) : []),
    ...('session_kms_key_arns' in inputs
      ? difference(session.flatMap(grantsOf), sessionGrants(module, inputs))
      : []),
    ...own.flatMap((text) => difference(grantsOf(text), grantsOfOwn(module, inputs, account))),
    ...ofPeople.flatMap((text) =>
      difference(grantsOf(text), peopleGrants({ module, inputs }, account)),
    ),
    ...trust.flatMap((text) => trustFlaws(text, trustOf(module, inputs, account))),
    ...difference(managedIn(planned), managedNames({ module, inputs })),
    ...profileFlaws({ module, inputs }, planned),
    ...settingFlaws({ module, inputs }, planned),
    ...inlineFlaws(inputs.inline_policies, planned),
  ];
}

/** What the policy that a role's module writes itself may say. */
function grantsOfOwn(module: string, inputs: Case['inputs'], account: string): Grant[] {
  switch (module) {
    case 'maintenance-window-role':
      return windowGrants(inputs, account);
    case 'notification-role':
      return notificationGrants(inputs);
    default:
      return ownGrants(module, inputs, account);
  }
}

/** A setting names the role by its path and name. */
function settingFlaws(
  { module, inputs }: Pick<Case, 'module' | 'inputs'>,
  planned: readonly ResourceChange[],
): string[] {
  const settings = planned.filter(({ type }) => type === 'aws_ssm_service_setting');
  const wanted = module === 'default-host-management' && inputs.enabled !== false;
  const path = (inputs.path ?? '/service-role/') as string;
  const name = inputs.role_name ?? 'AWSSystemsManagerDefaultEC2InstanceManagementRole';
  const value = `${path.slice(1)}${name as string}`;
  const found = settings.map((setting) => argument(setting, 'setting_value'));
  return isDeepStrictEqual(found, wanted ? [value] : []) ? [] : [`set otherwise: ${String(found)}`];
}

/** Policies of AWS that the inputs attach. */
export function managedNames({ module, inputs }: Pick<Case, 'module' | 'inputs'>): string[] {
  const named = (input: string, policy: string): string[] =>
    inputs[input] === true ? [policy] : [];
  const { core_policy } = inputs;
  const core =
    typeof core_policy === 'string' && core_policy !== SESSION_MANAGER ? [core_policy] : [];
  if (module === 'automation-service-role') {
    return [...core, ...named('lambda_role', 'AWSLambdaRole')];
  }
  return [
    ...core,
    ...named('directory_service', 'AmazonSSMDirectoryServiceAccess'),
    ...named('cloudwatch_agent', 'CloudWatchAgentServerPolicy'),
    ...named('quick_setup_patch_policies', 'AWSQuickSetupPatchPolicyBaselineAccess'),
  ];
}

const managedIn = (planned: readonly ResourceChange[]): string[] =>
  planned.flatMap(({ address }) => /\.managed\["(.+)"\]$/.exec(address)?.[1] ?? []);

/** A profile comes with a new role, if nothing is said of it. */
function profileFlaws(
  { module, inputs }: Pick<Case, 'module' | 'inputs'>,
  planned: readonly ResourceChange[],
): string[] {
  const wanted = inputs.create_instance_profile ?? inputs.create_role ?? true;
  const expected = module === 'instance-profile' && wanted === true ? 1 : 0;
  const profiles = planned.filter(({ type }) => type === 'aws_iam_instance_profile');
  return profiles.length === expected ? [] : [`${profiles.length} profiles, not ${expected}`];
}

function limits(what: string, documents: readonly string[], longest: number): string[] {
  return documents
    .filter((text) => text.length > longest)
    .map((text) => `${what} of ${text.length} characters`);
}

function difference(actual: readonly Grant[], expected: readonly Grant[]): string[] {
  const [is, should] = [new Set(actual), new Set(expected)];
  return [
    ...[...is].filter((one) => !should.has(one)).map((one) => `grants what nobody named: ${one}`),
    ...[...should].filter((one) => !is.has(one)).map((one) => `does not grant: ${one}`),
  ];
}

/** A trust policy is what AWS prints, and a statement of the services that are named. */
function trustFlaws(text: string, expected: readonly object[]): string[] {
  const { Statement } = JSON.parse(text) as { Statement: object | object[] };
  return isDeepStrictEqual([Statement].flat(), expected) ? [] : [`trusts otherwise: ${text}`];
}

/** A document of the caller arrives as it was given. */
function inlineFlaws(given: unknown, planned: readonly ResourceChange[]): string[] {
  return Object.entries((given ?? {}) as Record<string, string>).flatMap(([name, text]) => {
    const policy = planned.find(
      (change) =>
        change.address.includes('aws_iam_role_policy.inline[') && argument(change, 'name') === name,
    );
    const arrived = policy === undefined ? 'null' : argument(policy, 'policy');
    // the provider puts the keys into another order
    return isDeepStrictEqual(JSON.parse(arrived), JSON.parse(text))
      ? []
      : [`inline policy ${name} arrived as ${arrived}`];
  });
}
