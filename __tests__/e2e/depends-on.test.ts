import { ACCOUNT, ownRole } from './cases/account';
import { callsIn } from './cases/calls';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { ResourceChange, Workspace } from './harness/workspace';

const s3 = { regions: ['us-east-2', 'us-west-2'], s3_buckets: [{ name: 'own-bucket' }] };

/** Every module, with everything that makes statements, called after something that changes. */
function modules(suffix: string, given: { partition?: string; account_id?: string }) {
  const { account_id: _, ...partition } = given;
  const call = (module: string, inputs: object): object => ({
    ...callsIn(MODULES)(module, inputs),
    depends_on: ['terraform_data.dependency'],
  });
  const roles = [`Hybrid${suffix}`];
  const nodes = { ...s3, directory_service: true, cloudwatch_agent: true };
  return {
    [`automation_${suffix}`]: call('automation-service-role', {
      ...given,
      role_name: `Automation${suffix}`,
      lambda_role: true,
      pass_role_arns: [ownRole('Other')],
    }),
    [`users_${suffix}`]: call('automation-user-access', {
      ...given,
      ...{ roles, policy_name: `PassRole${suffix}`, automation_role_arn: ownRole('Automation') },
    }),
    [`hybrid_${suffix}`]: call('hybrid-service-role', {
      ...given,
      ...nodes,
      role_name: `Hybrid${suffix}`,
    }),
    [`profile_${suffix}`]: call('instance-profile', {
      ...partition,
      ...nodes,
      role_name: `Profile${suffix}`,
    }),
    [`parameters_${suffix}`]: call('parameter-store-access', {
      ...given,
      ...{ roles, policy_name: `Parameters${suffix}`, paths: ['/web'] },
    }),
    [`people_${suffix}`]: call('user-access', {
      ...partition,
      ...{ roles, policy_name: `People${suffix}`, pass_role_arns: [ownRole('Other')] },
    }),
    [`s3_${suffix}`]: call('s3-access-policy', {
      ...partition,
      ...s3,
      policy_name: `Buckets${suffix}`,
    }),
  };
}

const configuration = (revision: number): object => ({
  resource: { terraform_data: { dependency: { input: revision } } },
  module: {
    ...modules('looked_up', {}),
    ...modules('given', { partition: 'aws', account_id: ACCOUNT }),
  },
});

describeEndToEnd('a module called with depends_on on something that changes', (bench) => {
  let workspace: Workspace;
  let changes: ResourceChange[];
  let addresses: string[];

  beforeAll(async () => {
    workspace = bench().workspace(configuration(1));
    await workspace.init();
    // the user-access module attaches to a role of the hybrid module, by its name
    await workspace.apply('-target=module.hybrid_looked_up', '-target=module.hybrid_given');
    await workspace.apply();
    addresses = (await workspace.must('state', 'list')).split('\n');
    workspace.configure(configuration(2));
    changes = realChanges(await workspace.plan());
  });

  test('plans the change it depends on', () => {
    expect(changes.map(({ address }) => address)).toContain('terraform_data.dependency');
  });

  test('plans no replacement and no destroy', () => {
    const actions = changes.map(({ address, change }) => [address, ...change.actions]);
    expect(actions.filter((action) => action.includes('delete'))).toEqual([]);
  });

  test('looks the partition up again and would only update documents in place', () => {
    const updated = changes.filter(({ address }) => address.includes('looked_up'));
    expect(updated.length).toBeGreaterThan(0);
    expect(new Set(updated.map(({ type }) => type))).toEqual(
      new Set(['aws_iam_role', 'aws_iam_policy', 'aws_iam_role_policy']),
    );
  });

  test('reads a data source only for what is not given', () => {
    const read = addresses.filter((address) => address.includes('.data.')).sort();
    expect(read).toEqual([
      'module.automation_looked_up.data.aws_caller_identity.current[0]',
      'module.automation_looked_up.data.aws_partition.current[0]',
      'module.hybrid_looked_up.data.aws_caller_identity.current[0]',
      'module.hybrid_looked_up.data.aws_partition.current[0]',
      'module.parameters_looked_up.data.aws_caller_identity.current[0]',
      'module.parameters_looked_up.data.aws_partition.current[0]',
      'module.people_looked_up.data.aws_partition.current[0]',
      'module.profile_looked_up.data.aws_partition.current[0]',
      'module.s3_looked_up.data.aws_partition.current[0]',
      'module.users_looked_up.data.aws_caller_identity.current[0]',
      'module.users_looked_up.data.aws_partition.current[0]',
    ]);
  });

  test('plans nothing else where partition and account_id are given', () => {
    const changed = changes.map(({ address }) => address);
    expect(changed.filter((address) => !address.includes('looked_up'))).toEqual([
      'terraform_data.dependency',
    ]);
  });
});
