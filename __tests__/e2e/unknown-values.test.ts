import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { Plan, Workspace } from './harness/workspace';

const ANYTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
});
const NOBODY = JSON.stringify({ Version: '2012-10-17', Statement: [] });

/** Things made in the same apply, whose names and ARNs nobody knows before. */
const made = {
  aws_iam_policy: { made: { name_prefix: 'made-', policy: ANYTHING } },
  aws_iam_role: { made: { name_prefix: 'made-', assume_role_policy: NOBODY } },
  aws_s3_bucket: { made: { bucket_prefix: 'made-' } },
  aws_kms_key: { made: { deletion_window_in_days: 7 } },
  terraform_data: {
    function: { input: 'arn:aws:lambda:us-east-2:123456789012:function:restart' },
  },
};

const role = {
  additional_policy_arns: { made: '${aws_iam_policy.made.arn}' },
  permissions_boundary: '${aws_iam_policy.made.arn}',
};
const s3 = {
  regions: ['us-east-2'],
  s3_buckets: [{ name: '${aws_s3_bucket.made.bucket}', kms_key_arn: '${aws_kms_key.made.arn}' }],
};

const modules = {
  automation: {
    ...role,
    source: `${MODULES}/automation-service-role`,
    pass_role_arns: ['${aws_iam_role.made.arn}', '${module.profile.role_arn}'],
    lambda_function_arns: ['${terraform_data.function.output}'],
  },
  users: {
    source: `${MODULES}/automation-user-access`,
    automation_role_arn: '${module.automation.role_arn}',
    roles: ['${module.automation.role_name}'],
  },
  hybrid: { ...role, ...s3, source: `${MODULES}/hybrid-service-role` },
  profile: { ...role, ...s3, source: `${MODULES}/instance-profile` },
  added: {
    ...s3,
    source: `${MODULES}/instance-profile`,
    create_role: false,
    existing_role_name: '${aws_iam_role.made.name}',
  },
  s3: { ...s3, source: `${MODULES}/s3-access-policy`, policy_name: 'Buckets' },
};

describeEndToEnd('values unknown until apply', (bench) => {
  let workspace: Workspace;
  let plan: Plan;

  beforeAll(async () => {
    const provider = { aws: { s3_use_path_style: true } };
    workspace = bench().workspace({ provider, resource: made, module: modules });
    await workspace.init();
    plan = await workspace.plan();
  });

  test('plan at once, with every instance and key known', () => {
    const addresses = realChanges(plan).map(({ address }) => address);
    expect(addresses).toEqual(
      expect.arrayContaining([
        'module.added.aws_iam_instance_profile.this[0]',
        'module.added.aws_iam_policy.s3["1"]',
        'module.added.aws_iam_role_policy_attachment.managed["AmazonSSMManagedInstanceCore"]',
        'module.automation.aws_iam_role_policy.own',
        'module.automation.aws_iam_role_policy_attachment.additional["made"]',
        'module.hybrid.aws_iam_policy.s3["1"]',
        'module.hybrid.aws_iam_role_policy_attachment.s3["1"]',
        'module.profile.aws_iam_role_policy_attachment.additional["made"]',
        'module.s3.aws_iam_policy.s3["1"]',
        'module.users.aws_iam_policy.pass_role',
      ]),
    );
    expect(addresses).not.toContain('module.added.aws_iam_role.this[0]');
  });

  test('apply, and then plan nothing', async () => {
    await workspace.apply();
    expect(realChanges(await workspace.plan())).toEqual([]);
  });
});
