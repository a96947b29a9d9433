import { readFileSync, writeFileSync } from 'node:fs';
import type { IAM } from '@aws-sdk/client-iam';
import { accessKey } from './credentials';
import { messagesIn } from './messages';
import type { Environment } from './suite';

const UserName = 'deployer';

/** Makes a user that deploys, without any policy; gives the environment with its credentials. */
export async function createDeployer(iam: IAM): Promise<Environment> {
  await iam.createUser({ UserName });
  const { accessKeyId, secretAccessKey } = await accessKey(iam, UserName);
  return { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
}

/** Gives it policies, by their names; those of the same names go. */
export async function giveDeployer(
  iam: IAM,
  policies: Readonly<Record<string, object>>,
): Promise<void> {
  for (const [PolicyName, document] of Object.entries(policies)) {
    const PolicyDocument = JSON.stringify(document);
    await iam.putUserPolicy({ UserName, PolicyName, PolicyDocument });
  }
}

/**
 * The actions that the emulator has decided about since this was asked, each with its resource.
 * sts:GetCallerIdentity, which anybody may call, is left out.
 *
 * @param records file into which it writes them: see `emulator/deployment.py`
 */
export function takeRecords(records: string): string[] {
  const lines = readFileSync(records, 'utf8').split('\n').filter(Boolean);
  writeFileSync(records, '');
  return [...new Set(lines)].filter((line) => !line.startsWith('sts:GetCallerIdentity'));
}

/** The module calls in which a run of Terraform with `-json` failed. */
export function failedCalls(text: string): string[] {
  const addresses = messagesIn(text)
    // the diagnostic of something that the configuration has no more has no address
    .flatMap(({ type, diagnostic, hook }) => [
      ...(diagnostic?.severity === 'error' ? [diagnostic.address] : []),
      ...(type === 'apply_errored' ? [hook?.resource?.addr] : []),
    ]);
  return [...new Set(addresses.flatMap((address) => address?.split('.')[1] ?? []))].sort();
}
