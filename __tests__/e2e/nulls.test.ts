import { readAccount } from './harness/account';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';

const TAGS = { Owner: 'me', Unset: null };
const ROLE = 'arn:aws:iam::123456789012:role/Automation';

/** Every module that makes something with tags. */
const modules = {
  administration: { source: `${MODULES}/automation-administration-role`, tags: TAGS },
  automation: { source: `${MODULES}/automation-service-role`, tags: TAGS },
  execution: {
    source: `${MODULES}/automation-execution-role`,
    administration_account_id: '123456789012',
    tags: TAGS,
  },
  // the emulator lacks service settings
  hosts: { source: `${MODULES}/default-host-management`, tags: TAGS, enabled: false },
  notifications: {
    source: `${MODULES}/notification-role`,
    tags: TAGS,
    topic_arns: ['arn:aws:sns:us-east-2:123456789012:notices'],
  },
  windows: { source: `${MODULES}/maintenance-window-role`, tags: TAGS },
  hybrid: { source: `${MODULES}/hybrid-service-role`, tags: TAGS, regions: ['us-east-2'] },
  profile: { source: `${MODULES}/instance-profile`, tags: TAGS },
  parameters: {
    source: `${MODULES}/parameter-store-access`,
    tags: TAGS,
    paths: ['/web'],
    roles: ['${module.hybrid.role_name}'],
  },
  s3: { source: `${MODULES}/s3-access-policy`, tags: TAGS, regions: ['us-east-2'] },
  observers: {
    source: `${MODULES}/user-access`,
    tags: TAGS,
    roles: ['${module.hybrid.role_name}'],
  },
  users: {
    source: `${MODULES}/automation-user-access`,
    tags: TAGS,
    automation_role_arn: ROLE,
    roles: ['${module.hybrid.role_name}'],
  },
  sessions: {
    source: `${MODULES}/session-manager-user-access`,
    tags: TAGS,
    instance_tags: { Team: 'web' },
    roles: ['${module.hybrid.role_name}'],
  },
  planners: {
    source: `${MODULES}/maintenance-window-user-access`,
    tags: TAGS,
    maintenance_window_role_arn: ROLE,
    roles: ['${module.hybrid.role_name}'],
  },
};

describeEndToEnd('null where a collection has a choice', (bench) => {
  test('a tag that is null is left out of everything, and stays out', async () => {
    const workspace = bench().workspace({ module: modules });
    await workspace.init();
    await workspace.apply();

    const { roles } = await readAccount(bench().emulator.iam);
    expect(Object.values(roles).map(({ tags }) => tags)).toEqual(
      Object.keys(roles).map(() => ({ Owner: 'me' })),
    );
    expect(realChanges(await workspace.plan())).toEqual([]);
  });

  test('what is refused says null and how to leave it out, and nothing else', async () => {
    const inputs = {
      additional_policy_arns: { x: null, y: null },
      s3_buckets: [null],
      inline_policies: { x: null },
    };
    const call = { source: `${MODULES}/instance-profile`, ...inputs };
    const workspace = bench().workspace({ module: { profile: call } });
    await workspace.init();
    const { code, text } = await workspace.run('plan', '-no-color', '-input=false');
    const words = text.replace(/[\s│]+/g, ' ');

    expect(code).toBe(1);
    expect(words.match(/\[[A-Z]\w+\]/g)?.sort()).toEqual([
      '[BucketName]',
      '[PolicyArn]',
      '[PolicyDocument]',
    ]);
    const leftOut = 'and leave nulls out, like';
    expect(words.match(/, and not null; /g)).toHaveLength(3);
    expect(words).toContain(`${leftOut} { for k, v in {...} : k => v if v != null }`);
    expect(words).toContain(`${leftOut} [for v in [...] : v if v != null]`);
  });
});
