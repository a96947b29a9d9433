import { join } from 'node:path';
import type { IAM } from '@aws-sdk/client-iam';
import { SAMPLE_DOCUMENT } from '../../modules/iam/examples';
import { ACTIONS } from '../../modules/iam/deployer/actions';
import { TARGETS } from '../../modules/iam/deployer/targets';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { ownPolicy } from './cases/account';
import { written } from './cases/statements';
import { CREATED, NEEDS, PARTIAL, UPDATED, isTold, policyOf } from './cases/deployer';
import type { Need, Step } from './cases/deployer';
import { LACKING, policiesWithout } from './cases/deployer-actions';
import type { Lacking } from './cases/deployer-actions';
import { createDeployer, failedCalls, giveDeployer, takeRecords } from './harness/deployer';
import { Enforcer } from './harness/enforcement';
import { describeEndToEnd } from './harness/suite';
import type { Environment } from './harness/suite';

const RECORDS = join(temporaryFolders()(), 'records');

/** Something of a name that modules give permissions to. */
async function createNeighbour(iam: IAM, kind: string, name: string): Promise<void> {
  const Path = '/their/';
  if (kind === 'user') {
    await iam.createUser({ UserName: name, Path });
  } else if (kind === 'group') {
    await iam.createGroup({ GroupName: name, Path });
  } else {
    await iam.createRole({ RoleName: name, Path, AssumeRolePolicyDocument: written() });
  }
}

async function addVersions(iam: IAM, PolicyArn: string, count: number): Promise<void> {
  for (let version = 0; version < count; version += 1) {
    const command = { PolicyArn, PolicyDocument: SAMPLE_DOCUMENT, SetAsDefault: true };
    await iam.createPolicyVersion(command);
  }
}

/** The calls, each with its resource, that nothing is told of. */
const untold = (step: Step, calls: readonly string[]): string[] => {
  const told = NEEDS.filter((need) => need.step === 'plan' || need.step === step);
  return calls.filter((record) => !told.some((need) => isTold(need, record)));
};

/** What is told, and nobody called: of each module, or of any where few change or destroy all that they can. */
const unneeded = (step: Step, calls: readonly string[]): string[] => {
  const all = NEEDS.filter((need) => need.step === step);
  const cell = ({ call, sid, action }: Need): string =>
    ['create', 'plan'].includes(step) && !PARTIAL.includes(call)
      ? `${call} ${sid} ${action}`
      : `${sid} ${action}`;
  const called = all.filter((need) => calls.some((record) => isTold(need, record)));
  const seen = new Set(called.flatMap((need) => [cell(need), `${need.sid} ${need.action}`]));
  return all.map(cell).filter((one) => !seen.has(one));
};

describeEndToEnd(
  'Terraform with the policy that explain --deployer prints, and IAM enforced',
  (bench) => {
    let iam: IAM;
    let environment: Environment;
    let enforcer: Enforcer;
    const enforced = async <T>(run: () => Promise<T>): Promise<T> => {
      await enforcer.enforce(true);
      return run().finally(async () => enforcer.enforce(false));
    };

    beforeEach(async () => {
      const { emulator } = bench();
      ({ iam } = emulator);
      const url = emulator.environment.AWS_ENDPOINT_URL ?? '';
      enforcer = new Enforcer({ url, region: 'us-east-2' });
      await emulator.reset();
      environment = await bench().provider(await createDeployer(iam));
    });

    test('creates, plans, updates and destroys every module, and calls what is told for each step on what is told, and nothing else', async () => {
      await createNeighbour(iam, 'user', 'jane');
      await createNeighbour(iam, 'group', 'operators');
      await createNeighbour(iam, 'role', 'existing');
      const policies = Object.entries(CREATED).map(([name, call]) => [name, policyOf(call)]);
      await giveDeployer(iam, Object.fromEntries(policies) as Record<string, object>);
      const root = bench().workspace({ module: CREATED }, environment);
      await root.init();
      const callsOf = async (run: () => Promise<unknown>): Promise<string[]> => {
        await enforced(run);
        return takeRecords(RECORDS);
      };
      const create = await callsOf(async () => root.apply());
      const plan = await callsOf(async () => root.plan());
      // as many as IAM keeps: the oldest has to go
      await addVersions(iam, ownPolicy('team/ssm/Parameters'), 4);
      await addVersions(iam, ownPolicy('team/ssm/S3-buckets'), 4);
      root.configure({ module: UPDATED });
      const update = await callsOf(async () => root.apply());
      const destroy = await callsOf(async () => root.destroy());

      const calls = { create, plan, update, destroy };
      for (const step of ['create', 'plan', 'update', 'destroy'] as const) {
        expect({ step, untold: untold(step, calls[step]) }).toEqual({ step, untold: [] });
        expect({ step, unneeded: unneeded(step, calls[step]) }).toEqual({ step, unneeded: [] });
      }
    });

    // the emulator checks neither by itself: see emulator/deployment.py
    test('each statement lacks each of its actions once', () => {
      // its actions are those of Policies
      const statements = Object.keys(TARGETS).filter((sid) => sid !== 'S3Policies');
      expect([...new Set(LACKING.map(({ sid }) => sid))].sort()).toEqual(statements.sort());
      expect(ACTIONS['aws_iam_policy.s3'].S3Policies).toBe(ACTIONS.aws_iam_policy.Policies);
    });

    test('fails without any one of the actions, of which iam:PassRole and iam:Tag* at a creation are as AWS documents them', async () => {
      for (const { label, neighbour } of LACKING) {
        await (neighbour && createNeighbour(iam, neighbour, label));
      }
      // it needs the setting, which the others lack
      const passing = LACKING.filter(({ sid }) => sid === 'PassRoleToSystemsManager');
      const of = (...steps: readonly Lacking['step'][]): Lacking[] =>
        LACKING.filter((one) => steps.includes(one.step) && !passing.includes(one));
      const calls = (when: 'before' | 'after', lacking: readonly Lacking[]) =>
        Object.fromEntries(lacking.map((one) => [one.label, one[when]]));
      const labels = (lacking: readonly Lacking[]): string[] =>
        lacking.map(({ label }) => label).sort();
      const fails = async (lacking: readonly Lacking[], ...args: string[]): Promise<string[]> => {
        await giveDeployer(iam, policiesWithout(lacking));
        return failedCalls((await enforced(async () => root.run(...args, '-json'))).text);
      };
      const root = bench().workspace({ module: calls('before', LACKING) }, environment);
      await root.init();
      root.configure({ module: calls('before', of('plan', 'update', 'destroy')) });
      await root.apply();
      for (const { label } of of('destroy').filter(({ sid }) => sid === 'Policies')) {
        await addVersions(iam, ownPolicy(label), 1);
      }

      // the one whose reset fails has the setting in common with the one that cannot be read
      const sharing = of('destroy').filter(({ sid }) => sid === 'ServiceSetting');
      expect(await fails(of('plan'), 'plan')).toEqual(labels([...of('plan'), ...sharing]));
      const changed = { ...calls('after', of('update')), ...calls('before', of('create', 'plan')) };
      root.configure({ module: changed });
      expect(
        await fails(of('create', 'update', 'destroy'), 'apply', '-auto-approve', '-refresh=false'),
      ).toEqual(labels(of('create', 'update', 'destroy')));
      root.configure({ module: { ...changed, ...calls('before', passing) } });
      const target = `-target=module.${labels(passing).join()}`;
      expect(await fails(passing, 'apply', '-auto-approve', target)).toEqual(labels(passing));
    });
  },
  { EMULATOR_KNOWS_ACCESS_CONTROL: 'true', EMULATOR_RECORDS: RECORDS },
);
