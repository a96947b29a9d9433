import type { IAM } from '@aws-sdk/client-iam';
import type { Surroundings } from './actions';
import type { Enforcer, Principal } from './enforcement';
import type { Credentials } from './signed-call';

/** Credentials of everybody: access keys of users, temporary ones of roles. */
export async function credentialsOf<Name extends string>(
  principals: Readonly<Record<Name, Principal>>,
  { enforcer, iam, surroundings }: Issuers,
): Promise<Record<Name, Credentials>> {
  const issued: Partial<Record<Name, Credentials>> = {};
  for (const [name, principal] of Object.entries(principals) as [Name, Principal][]) {
    issued[name] =
      'role' in principal
        ? await enforcer.assume(principal.role, surroundings)
        : await accessKey(iam, principal.user);
  }
  return issued as Record<Name, Credentials>;
}

interface Issuers {
  readonly enforcer: Enforcer;
  readonly iam: IAM;
  readonly surroundings: Surroundings;
}

/** A new access key of a user. */
export async function accessKey(iam: IAM, user: string): Promise<Credentials> {
  const { AccessKey } = await iam.createAccessKey({ UserName: user });
  return {
    accessKeyId: AccessKey?.AccessKeyId ?? '',
    secretAccessKey: AccessKey?.SecretAccessKey ?? '',
  };
}
