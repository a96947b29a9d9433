import { GetPolicyCommand, GetPolicyVersionCommand } from '@aws-sdk/client-iam';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { AccountState, Document } from './account';
import type { Principal } from './enforcement';

/** What IAM decides by for a principal: its embedded policies and those attached to it, AWS's too. */
export async function documentsOf(
  iam: IAMClient,
  { roles, users }: AccountState,
  principal: Principal,
): Promise<Document[]> {
  if ('role' in principal) {
    const { attached = [], inline = {} } = roles[principal.role] ?? {};
    return [...Object.values(inline), ...(await allOf(iam, attached))];
  }
  return allOf(iam, users[principal.user] ?? []);
}

const allOf = async (iam: IAMClient, arns: readonly string[]): Promise<Document[]> =>
  Promise.all(arns.map(async (arn) => documentAt(iam, arn)));

async function documentAt(iam: IAMClient, PolicyArn: string): Promise<Document> {
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  const VersionId = Policy?.DefaultVersionId;
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
  return JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? 'null')) as Document;
}
