import { GetPolicyVersionCommand, ListPoliciesCommand } from '@aws-sdk/client-iam';
import type { IAMClient, Policy } from '@aws-sdk/client-iam';

/** A customer managed policy. */
export interface StoredPolicy {
  readonly name: string;
  /** Stays as long as the policy is not replaced. */
  readonly id: string;
  /** The document as IAM holds it. */
  readonly text: string;
}

/** The customer managed policies whose names begin so, by their numbers, the one without a number first. */
export async function storedPolicies(iam: IAMClient, name: string): Promise<StoredPolicy[]> {
  const { Policies = [] } = await iam.send(
    new ListPoliciesCommand({ Scope: 'Local', MaxItems: 1000 }),
  );
  const numberOf = ({ PolicyName = '' }: Policy): number =>
    PolicyName === name ? 1 : Number(PolicyName.slice(name.length + 1));
  const wanted = Policies.filter(
    ({ PolicyName = '' }) => PolicyName.replace(/-\d+$/, '') === name,
  ).sort((a, b) => numberOf(a) - numberOf(b));
  return Promise.all(wanted.map((policy) => readPolicy(iam, policy)));
}

async function readPolicy(
  iam: IAMClient,
  { Arn, PolicyName = '', PolicyId = '', DefaultVersionId }: Policy,
): Promise<StoredPolicy> {
  const { PolicyVersion } = await iam.send(
    new GetPolicyVersionCommand({ PolicyArn: Arn, VersionId: DefaultVersionId }),
  );
  return {
    name: PolicyName,
    id: PolicyId,
    text: decodeURIComponent(PolicyVersion?.Document ?? ''),
  };
}
