import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { refused, servers, unfit } from './cases/library-apps';
import { readAccount } from './harness/account';
import type { AccountState } from './harness/account';
import { execute, mustExecute } from './harness/child';
import { ConsumerApp } from './harness/consumer';
import { PROJECT } from './harness/project';
import { describeEndToEnd } from './harness/suite';
import { realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

const S3 = 'arn:aws:iam::123456789012:policy/BatchS3Policy';
const AGENT = `${S3}-agent`;
const BUCKETS = `${S3}-buckets`;
const managed = (name: string): string => `arn:aws:iam::aws:policy/${name}`;

describeEndToEnd('the packed library', (bench) => {
  let app: ConsumerApp;
  let packed: readonly string[];

  beforeAll(async () => {
    app = new ConsumerApp();
    // built already: see pretest
    const options = ['--ignore-scripts', '--json', '--pack-destination', app.folder];
    const report = execFileSync('npm', ['pack', ...options], {
      cwd: PROJECT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [tarball] = JSON.parse(report) as { filename: string; files: { path: string }[] }[];
    packed = tarball?.files.map(({ path }) => path) ?? [];
    await app.install(join(app.folder, tarball?.filename ?? ''));
    app.write('servers.ts', servers);
    app.write('unfit.ts', unfit);
    app.write('bad-path.ts', refused("{ path: 'a/b' }"));
    app.write('unknown-prop.ts', refused("{\n  // @ts-expect-error\n  roleNmae: 'Web',\n}"));
  });

  afterAll(() => {
    app.remove();
  });

  test('holds what is documented, and no test or source', () => {
    const folders = new Set(packed.map((path) => path.split('/')[0]));
    expect([...folders].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'docs',
      'package.json',
    ]);
    expect(packed).toEqual(
      expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'dist/cli.js']),
    );
    expect(
      packed.filter((path) =>
        /__tests__|\.test\.|(?<!\.d)\.ts$|\.tsbuildinfo|publisher/.test(path),
      ),
    ).toEqual([]);
  });

  test('brings at most 25 packages beside its peers', async () => {
    const place = { cwd: join(app.folder, 'node_modules/ssm-iam'), env: {} };
    // npm reads the versions here, and needs no registry
    copyFileSync(join(PROJECT, 'package-lock.json'), join(place.cwd, 'package-lock.json'));
    const omit = ['--omit=dev', '--omit=peer', '--package-lock-only'];
    const listed = await mustExecute('npm', ['ls', '--all', '--parseable', ...omit], place);
    const [self, ...packages] = listed.trim().split('\n');

    expect(self).toMatch(/ssm-iam$/);
    expect(packages.length).toBeGreaterThan(5);
    expect(packages.length).toBeLessThanOrEqual(25);
    expect(listed).not.toMatch(/undici|sanitize-html|tar-stream|fflate/);
  });

  test('has a command that writes what is committed, examples and licence included', async () => {
    const command = join(app.folder, 'node_modules/ssm-iam/dist/cli.js');
    const args = [command, 'check', '--out', join(PROJECT, 'generated')];
    const place = { cwd: app.folder, env: {} };
    expect(await execute(process.execPath, args, place)).toEqual({ code: 0, text: '' });
  });

  test('compiles in a strict app, where a prop that is unknown is an error', async () => {
    expect(await app.compile()).toBe('');
  });

  test('refuses a bad literal when the app is synthesized', async () => {
    const { code, text } = await app.synthesize('bad-path.js');
    expect(text).toContain(
      'UsageError: servers/web: path must be a path of at most 512 characters that begins and ends with "/", made of letters, digits and .,+@=_-, got "a/b"; write it like "/" or "/team/ssm/" [Path]',
    );
    expect(code).toBe(1);
  });

  test('refuses an unknown prop from JavaScript too', async () => {
    const { code, text } = await app.synthesize('unknown-prop.js');
    expect(text).toMatch(
      /UsageError: servers\/web: there is no prop roleNmae; the props are .*\[UnknownProp\]/,
    );
    expect(code).toBe(1);
  });

  test('names props at plan as it does when the app is synthesized', async () => {
    expect(await app.synthesize('unfit.js')).toMatchObject({ code: 0 });
    const workspace = bench().workspace(app.stack('unfit'));
    await workspace.init();
    const { code, text } = await workspace.run('plan', '-no-color');
    const words = text.replace(/[\s│]+/g, ' ');

    expect(code).toBe(1);
    expect(words).toContain(
      'existingRoleName must be set if createRole is false, and only then; name the existing role, or set createRole to true [OneRole]',
    );
    expect(words).toContain(
      'additionalPolicyArns must not name a policy twice, nor one that corePolicy, directoryService, cloudwatchAgent or quickSetupPatchPolicies attaches; remove it [AttachedTwice]',
    );
    // with no core policy it is the role that says so
    expect(words).toMatch(
      /in resource\.aws_iam_role\.abroad\..*permissionsBoundary, .*\[ArnPartition\]/,
    );
    expect(words).toContain('regions, s3Buckets, directoryService or cloudwatchAgent');
    // conditions show the locals that props go into
    expect(words.replace(/local\.\w+/g, '')).not.toMatch(
      /create_role|existing_role_name must|additional_policy_arns|s3_buckets/,
    );
  });

  test('can be imported from an ES module', async () => {
    app.write(
      'imports.mjs',
      "import { InstanceProfile } from 'ssm-iam'; console.log(InstanceProfile.name);",
    );
    expect(await app.synthesize('imports.mjs')).toEqual({ code: 0, text: 'InstanceProfile\n' });
  });

  describe('synthesized and applied', () => {
    let account: AccountState;
    let workspace: Workspace;

    beforeAll(async () => {
      expect(await app.synthesize('servers.js')).toMatchObject({ code: 0 });
      workspace = bench().workspace(app.stack('servers'));
      await workspace.init();
      await workspace.apply();
      account = await readAccount(bench().emulator.iam);
    });

    test('gives a role what its literal props say', () => {
      expect(account.roles.Web).toMatchObject({
        path: '/web/',
        attached: [managed('AmazonSSMManagedInstanceCore'), managed('CloudWatchAgentServerPolicy')],
        profiles: ['Web'],
        tags: { CostCenter: '42', 'example.com/Owner': 'web' },
      });
    });

    test('leaves an IAM policy variable in a literal as it is', () => {
      expect(account.roles.Web?.inline).toEqual({
        own: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 'iam:GetUser',
              Resource: 'arn:aws:iam::*:user/${aws:username}',
            },
          ],
        },
      });
    });

    test('takes tokens, alone, in lists and in objects', () => {
      expect(account.roles.Batch?.attached).toEqual([
        AGENT,
        BUCKETS,
        'arn:aws:iam::123456789012:policy/jobs',
        managed('AmazonSSMManagedInstanceCore'),
      ]);
      const statements = JSON.stringify([
        account.policies['BatchS3Policy-agent'],
        account.policies['BatchS3Policy-buckets'],
      ]);
      expect(statements).toContain('arn:aws:s3:::aws-ssm-us-east-2/*');
      expect(statements).toContain('arn:aws:s3:::aws-ssm-us-west-2/*');
      expect(statements).toContain('arn:aws:s3:::jobs-us-east-2/*');
    });

    test('has attributes for other resources and for functions', async () => {
      expect(Object.keys(account.groups)).toEqual(['operators-Web']);
      expect(account.roles.SSMServiceRole?.inline).toMatchObject({
        pass: {
          Statement: [{ Action: 'iam:PassRole', Resource: 'arn:aws:iam::123456789012:role/Batch' }],
        },
      });
      expect(await workspace.outputs()).toEqual({
        activation: 'SSMServiceRole',
        attached: {
          AmazonSSMManagedInstanceCore: managed('AmazonSSMManagedInstanceCore'),
          'BatchS3Policy-agent': AGENT,
          'BatchS3Policy-buckets': BUCKETS,
          jobs: 'arn:aws:iam::123456789012:policy/jobs',
        },
        firstS3Policy: AGENT,
        policyCount: 2,
        profiles: ['Web', 'Batch'],
      });
    });

    test('plans nothing more', async () => {
      expect(realChanges(await workspace.plan())).toEqual([]);
    });
  });
});
