import {
  paginateGetAccountAuthorizationDetails,
  paginateListInstanceProfiles,
} from '@aws-sdk/client-iam';
import type { EntityType, GetAccountAuthorizationDetailsResponse, IAM } from '@aws-sdk/client-iam';

/** A policy document as IAM holds it. */
export interface Document {
  readonly Version: string;
  readonly Statement: unknown;
}

export interface RoleState {
  readonly path: string;
  readonly trust: Document;
  /** ARNs of the attached managed policies, sorted. */
  readonly attached: readonly string[];
  readonly inline: Readonly<Record<string, Document>>;
  /** Names of the instance profiles that hold the role. */
  readonly profiles: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly boundary: string | undefined;
}

/** What IAM holds of an account, by the names of things. */
export interface AccountState {
  readonly roles: Readonly<Record<string, RoleState>>;
  /** Customer managed policies. */
  readonly policies: Readonly<Record<string, Document>>;
  /** ARNs of the policies attached to users and groups. */
  readonly users: Readonly<Record<string, readonly string[]>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly profiles: Readonly<Record<string, ProfileState>>;
}

export interface ProfileState {
  readonly path: string;
  readonly roles: readonly string[];
}

/** Reads the account back through the AWS API. */
export async function readAccount(iam: IAM): Promise<AccountState> {
  const details = await allDetails(iam);
  const { RoleDetailList, Policies, UserDetailList, GroupDetailList } = details;
  return {
    roles: byName(RoleDetailList, ({ RoleName }) => RoleName, roleState),
    policies: byName(
      Policies,
      // moto leaves PolicyName out
      ({ Arn }) => Arn?.split('/').pop(),
      ({ PolicyVersionList = [] }) =>
        parse(PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion)?.Document),
    ),
    users: byName(UserDetailList, ({ UserName }) => UserName, attachedArns),
    groups: byName(GroupDetailList, ({ GroupName }) => GroupName, attachedArns),
    profiles: await profiles(iam),
  };
}

/** The inline policies of each user, by their names. */
export async function readInlineOfUsers(
  iam: IAM,
): Promise<Record<string, Record<string, Document>>> {
  const { UserDetailList } = await allDetails(iam);
  return byName(
    UserDetailList,
    ({ UserName }) => UserName,
    ({ UserPolicyList = [] }) => inlineDocuments(UserPolicyList),
  );
}

type DetailLists = 'RoleDetailList' | 'Policies' | 'UserDetailList' | 'GroupDetailList';
type Details = { [L in DetailLists]: NonNullable<GetAccountAuthorizationDetailsResponse[L]> };
type RoleDetail = Details['RoleDetailList'][number];

/** The details of an account tell of a profile only where it holds a role. */
async function profiles(client: IAM): Promise<Record<string, ProfileState>> {
  const all: [string, ProfileState][] = [];
  for await (const { InstanceProfiles = [] } of paginateListInstanceProfiles({ client }, {})) {
    InstanceProfiles.forEach(({ InstanceProfileName = '', Path = '', Roles = [] }) => {
      const roles = Roles.map(({ RoleName = '' }) => RoleName);
      all.push([InstanceProfileName, { path: Path, roles }]);
    });
  }
  return Object.fromEntries(all);
}

async function allDetails(client: IAM): Promise<Details> {
  const all: Details = {
    RoleDetailList: [],
    Policies: [],
    UserDetailList: [],
    GroupDetailList: [],
  };
  const Filter: EntityType[] = ['Role', 'User', 'Group', 'LocalManagedPolicy'];
  for await (const page of paginateGetAccountAuthorizationDetails({ client }, { Filter })) {
    all.RoleDetailList.push(...(page.RoleDetailList ?? []));
    all.Policies.push(...(page.Policies ?? []));
    all.UserDetailList.push(...(page.UserDetailList ?? []));
    all.GroupDetailList.push(...(page.GroupDetailList ?? []));
  }
  return all;
}

function roleState(role: RoleDetail): RoleState {
  const { RolePolicyList = [], InstanceProfileList = [], Tags = [] } = role;
  return {
    path: role.Path ?? '',
    trust: parse(role.AssumeRolePolicyDocument),
    attached: attachedArns(role),
    inline: inlineDocuments(RolePolicyList),
    profiles: InstanceProfileList.map(
      ({ InstanceProfileName }) => InstanceProfileName ?? '',
    ).sort(),
    tags: byName(
      Tags,
      ({ Key }) => Key,
      ({ Value }) => Value ?? '',
    ),
    boundary: role.PermissionsBoundary?.PermissionsBoundaryArn,
  };
}

function inlineDocuments(
  policies: NonNullable<RoleDetail['RolePolicyList']>,
): Record<string, Document> {
  return byName(
    policies,
    ({ PolicyName }) => PolicyName,
    ({ PolicyDocument }) => parse(PolicyDocument),
  );
}

function attachedArns({
  AttachedManagedPolicies = [],
}: Pick<RoleDetail, 'AttachedManagedPolicies'>): string[] {
  return AttachedManagedPolicies.map(({ PolicyArn }) => PolicyArn ?? '').sort();
}

function parse(document: string | undefined): Document {
  return JSON.parse(decodeURIComponent(document ?? 'null')) as Document;
}

function byName<T, V>(
  items: readonly T[],
  name: (item: T) => string | undefined,
  value: (item: T) => V,
): Record<string, V> {
  return Object.fromEntries(items.map((item) => [name(item) ?? '', value(item)]));
}
