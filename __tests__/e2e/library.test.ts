import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { LIBRARIES, peersOf, programsFor } from './cases/library-apps';
import type { Library } from './cases/library-apps';
import { allow, policy } from './cases/statements';
import { readAccount } from './harness/account';
import type { AccountState } from './harness/account';
import { mustExecute } from './harness/child';
import { ConsumerApp, pack } from './harness/consumer';
import type { Packed } from './harness/consumer';
import { PROJECT } from './harness/project';
import { describeEndToEnd } from './harness/suite';
import { realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

const S3 = 'arn:aws:iam::123456789012:policy/BatchS3Policy';
const AGENT = `${S3}-agent`;
const BUCKETS = `${S3}-buckets`;
const COMMAND = 'node_modules/ssm-iam/dist/cli.js';
const managed = (name: string): string => `arn:aws:iam::aws:policy/${name}`;

describeEndToEnd('the packed library', (bench) => {
  let apps: Readonly<Record<Library, ConsumerApp>>;
  let packed: Packed;

  beforeAll(async () => {
    apps = { cdktf: new ConsumerApp(), cdktn: new ConsumerApp() };
    packed = await pack(apps.cdktf.folder);
    for (const library of LIBRARIES) {
      const app = apps[library];
      await app.install(packed.tarball, ...peersOf(library));
      programsFor(library).forEach(([name, program]) => {
        app.write(name, program);
      });
    }
  });

  afterAll(() => {
    Object.values(apps).forEach((app) => {
      app.remove();
    });
  });

  test('holds what is documented, and no test or source', () => {
    const { files } = packed;
    const folders = new Set(files.map((path) => path.split('/')[0]));
    expect([...folders].sort().join(' ')).toBe(
      'CHANGELOG.md LICENSE README.md dist docs package.json',
    );
    const programs = ['dist/index.js', 'dist/cdktn/index.js', 'dist/index.d.ts', 'dist/cli.js'];
    expect(files).toEqual(expect.arrayContaining(programs));
    const foreign = /__tests__|\.test\.|(?<!\.d)\.ts$|\.tsbuildinfo|publisher/;
    expect(files.filter((path) => foreign.test(path))).toEqual([]);
  });

  test('brings at most 25 packages beside its peers', async () => {
    const place = { cwd: apps.cdktf.path('node_modules/ssm-iam'), env: {} };
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
    const args = [COMMAND, 'check', '--out', join(PROJECT, 'generated')];
    expect(await apps.cdktf.node(...args)).toEqual({ code: 0, text: '' });
  });

  test('has a command that says what it needs where CDKTF is not installed', async () => {
    const text =
      'cdktf and @cdktf/provider-aws are not installed beside ssm-iam; install them in the same folder: npm install --save-dev cdktf @cdktf/provider-aws [CdktfMissing]\n';
    const explain = [COMMAND, 'explain', 'instance-profile'];
    expect(await apps.cdktn.node(COMMAND, '--help')).toMatchObject({ code: 0 });
    expect(await apps.cdktn.node(...explain)).toEqual({ code: 1, text });
    apps.cdktf.drop('constructs');
    expect(await apps.cdktf.node(...explain)).toEqual({ code: 1, text });
    apps.cdktf.add('constructs');
  });

  test('has a schema that programs find', async () => {
    const schema = "require('ssm-iam/docs/schemas/interface.schema.json').type";
    expect(await apps.cdktn.node('-p', schema)).toEqual({ code: 0, text: 'object\n' });
  });

  describe.each(LIBRARIES)('in a %s app', (library) => {
    const from = library === 'cdktf' ? 'ssm-iam' : 'ssm-iam/cdktn';

    test('compiles, strictly, and a prop that is unknown is an error', async () => {
      expect(await apps[library].compile()).toBe('');
    });

    test.each(['Node10', 'NodeNext', 'Bundler'] as const)('has declarations for %s', (kind) => {
      const options = { moduleResolution: ts.ModuleResolutionKind[kind] };
      const program = apps[library].path('servers.ts');
      const { resolvedModule } = ts.resolveModuleName(from, program, options, ts.sys);
      const declarations = { cdktf: 'dist/index.d.ts', cdktn: 'dist/cdktn/index.d.ts' };
      expect(resolvedModule?.resolvedFileName).toContain(`/ssm-iam/${declarations[library]}`);
    });

    test('refuses a bad literal when the app is synthesized', async () => {
      const { code, text } = await apps[library].node('bad-path.js');
      expect(text).toContain(
        'UsageError: servers/web: path must be a path of at most 512 characters that begins and ends with "/", made of letters, digits and .,+@=_-, got "a/b"; write it like "/" or "/team/ssm/" [Path]',
      );
      expect(code).toBe(1);
    });

    test('refuses an unknown prop from JavaScript too', async () => {
      const { code, text } = await apps[library].node('unknown-prop.js');
      expect(text).toMatch(
        /UsageError: servers\/web: there is no prop roleNmae; the props are .*\[UnknownProp\]/,
      );
      expect(code).toBe(1);
    });

    test('can be imported from an ES module', async () => {
      apps[library].write(
        'imports.mjs',
        `import { InstanceProfile } from '${from}'; console.log(InstanceProfile.name);`,
      );
      const ended = await apps[library].node('imports.mjs');
      expect(ended).toEqual({ code: 0, text: 'InstanceProfile\n' });
    });

    test.each(['servers', 'unfit'])('synthesizes the stack %s', async (name) => {
      expect(await apps[library].node(`${name}.js`)).toMatchObject({ code: 0 });
    });
  });

  test.each(['servers', 'unfit'])('makes the same of the stack %s with both libraries', (name) => {
    const [one, other] = LIBRARIES.map((library) => {
      const app = apps[library];
      // the version of the library stands there, and the folder in the backend
      const stack = JSON.stringify({ ...app.stack(name), '//': {} });
      return stack.replaceAll(app.folder, '.');
    });

    expect(other).toBe(one);
  });

  test('names props at plan as it does when the app is synthesized', async () => {
    const workspace = bench().workspace(apps.cdktf.stack('unfit'));
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

  describe('applied', () => {
    let account: AccountState;
    let workspace: Workspace;

    beforeAll(async () => {
      workspace = bench().workspace(apps.cdktf.stack('servers'));
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
        own: policy(allow('iam:GetUser', 'arn:aws:iam::*:user/${aws:username}')),
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

    test.each(LIBRARIES)('plans nothing more from the %s app', async (library) => {
      const { terraform } = apps.cdktf.stack('servers');
      // the state is where the CDKTF app left it
      workspace.configure({ ...apps[library].stack('servers'), terraform });
      expect(realChanges(await workspace.plan())).toEqual([]);
    });
  });
});
