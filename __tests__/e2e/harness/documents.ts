import type { IAM } from '@aws-sdk/client-iam';
import type { AccountState, Document } from './account';
import type { Principal } from './enforcement';

/** What IAM decides by for a principal: its embedded policies and those attached to it, AWS's too. */
export async function documentsOf(
  iam: IAM,
  { roles, users }: AccountState,
  principal: Principal,
): Promise<Document[]> {
  if ('role' in principal) {
    const { attached = [], inline = {} } = roles[principal.role] ?? {};
    return [...Object.values(inline), ...(await allOf(iam, attached))];
  }
  return allOf(iam, users[principal.user] ?? []);
}

const allOf = async (iam: IAM, arns: readonly string[]): Promise<Document[]> =>
  Promise.all(arns.map(async (arn) => documentAt(iam, arn)));

async function documentAt(iam: IAM, PolicyArn: string): Promise<Document> {
  const { Policy } = await iam.getPolicy({ PolicyArn });
  const VersionId = Policy?.DefaultVersionId;
  const { PolicyVersion } = await iam.getPolicyVersion({ PolicyArn, VersionId });
  return JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? 'null')) as Document;
}
