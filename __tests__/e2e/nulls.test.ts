import { callsIn } from './cases/calls';
import { readAccount } from './harness/account';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';

const tags = { Owner: 'me', Unset: null };
const call = callsIn(MODULES);
const roles = ['${module.hybrid.role_name}'];
const ROLE = 'arn:aws:iam::123456789012:role/Automation';

/** Every module that makes something with tags. */
const modules = {
  administration: call('automation-administration-role', { tags }),
  automation: call('automation-service-role', { tags }),
  execution: call('automation-execution-role', { administration_account_id: '123456789012', tags }),
  // the emulator lacks service settings
  hosts: call('default-host-management', { tags, enabled: false }),
  notifications: call('notification-role', {
    tags,
    topic_arns: ['arn:aws:sns:us-east-2:123456789012:notices'],
  }),
  windows: call('maintenance-window-role', { tags }),
  hybrid: call('hybrid-service-role', { tags, regions: ['us-east-2'] }),
  profile: call('instance-profile', { tags }),
  parameters: call('parameter-store-access', { tags, paths: ['/web'], roles }),
  s3: call('s3-access-policy', { tags, regions: ['us-east-2'] }),
  observers: call('user-access', { tags, roles }),
  users: call('automation-user-access', { tags, automation_role_arn: ROLE, roles }),
  sessions: call('session-manager-user-access', { tags, instance_tags: { Team: 'web' }, roles }),
  planners: call('maintenance-window-user-access', {
    tags,
    maintenance_window_role_arn: ROLE,
    roles,
  }),
};

describeEndToEnd('null where a collection has a choice', (bench) => {
  test('a tag that is null is left out of everything, and stays out', async () => {
    const workspace = bench().workspace({ module: modules });
    await workspace.init();
    await workspace.apply();

    const { roles: made } = await readAccount(bench().emulator.iam);
    expect(Object.values(made).map(({ tags }) => tags)).toEqual(
      Object.keys(made).map(() => ({ Owner: 'me' })),
    );
    expect(realChanges(await workspace.plan())).toEqual([]);
  });

  test('what is refused says null and how to leave it out, and nothing else', async () => {
    const profile = call('instance-profile', {
      additional_policy_arns: { x: null, y: null },
      s3_buckets: [null],
      inline_policies: { x: null },
    });
    const workspace = bench().workspace({ module: { profile } });
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
