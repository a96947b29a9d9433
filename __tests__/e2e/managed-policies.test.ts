import { GetPolicyCommand, GetPolicyVersionCommand } from '@aws-sdk/client-iam';
import type { IAMClient } from '@aws-sdk/client-iam';
import { GUIDE_POLICY_PATHS, MANAGED_POLICY_PATHS } from '../../modules/iam/managed-policies';
import {
  MANAGED_POLICIES_AS_OF,
  MANAGED_POLICY_STATEMENTS,
} from '../../modules/iam/permissions/managed-policy-statements';
import { describeEndToEnd } from './harness/suite';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
}

/** Every action on every resource, and the condition it stands under. */
const facts = (statements: readonly Statement[]): string[] =>
  statements
    .flatMap(({ Effect, Action, Resource, Condition }) =>
      [Action]
        .flat()
        .flatMap((action) =>
          [Resource]
            .flat()
            .map((resource) => [Effect, action, resource, JSON.stringify(Condition)].join(' ')),
        ),
    )
    .sort();

/** The emulator holds a copy that its makers fetch from AWS. */
async function ofTheEmulator(
  iam: IAMClient,
  path: string,
): Promise<{ statements: Statement[]; since: string }> {
  const PolicyArn = `arn:aws:iam::aws:policy/${path}`;
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  const VersionId = Policy?.DefaultVersionId;
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
  const document = decodeURIComponent(PolicyVersion?.Document ?? '');
  const { Statement } = JSON.parse(document) as { Statement: Statement | Statement[] };
  const since = PolicyVersion?.CreateDate?.toISOString().slice(0, 10) ?? '';
  return { statements: [Statement].flat(), since };
}

describeEndToEnd('what AWS allows in its own policies', (bench) => {
  test.each(Object.values(GUIDE_POLICY_PATHS))('there is %s, so spelt', async (path) => {
    await expect(ofTheEmulator(bench().emulator.iam, path)).resolves.toBeDefined();
  });

  test.each(Object.entries(MANAGED_POLICY_PATHS))('is told of %s as it is', async (name, path) => {
    const told = MANAGED_POLICY_STATEMENTS[name as keyof typeof MANAGED_POLICY_PATHS];

    const { statements, since } = await ofTheEmulator(bench().emulator.iam, path);

    expect(since).toMatch(/^20\d\d-\d\d-\d\d$/);
    if (since > MANAGED_POLICIES_AS_OF) {
      console.warn(
        `not compared: AWS changed ${name} on ${since}, after ${MANAGED_POLICIES_AS_OF}`,
      );
      return;
    }
    expect(facts(told)).toEqual(facts(statements));
  });
});
