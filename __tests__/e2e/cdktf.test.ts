import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { TRUST_EC2 } from './cases/account';
import { readAccount } from './harness/account';
import { printed } from './harness/child';
import type { Outcome } from './harness/child';
import { ProjectCopy } from './harness/project';
import { describeEndToEnd } from './harness/suite';

const STACK = 'instance-profile';

/** `readme.test.ts` runs the commands of docs/cdktf.md: list, synth, diff, deploy, destroy. */
describeEndToEnd('cdktf', (bench) => {
  let project: ProjectCopy;

  beforeAll(() => {
    project = new ProjectCopy(bench().environment);
    writeFileSync(project.path('servers.tfvars'), 'regions = ["us-east-2"]\npath = "/servers/"\n');
  });

  afterAll(() => {
    project.remove();
  });

  /** Runs a command on what is built already. */
  async function cdktf(command: string, environment = ''): Promise<Outcome> {
    const line = `${environment} npx cdktf ${command} --app "node dist/main.js"`;
    const { code, text } = await project.run(line);
    return { code, text: stripVTControlCharacters(text) };
  }

  async function must(command: Promise<Outcome>): Promise<string> {
    return printed('cdktf', await command);
  }

  /** The stack with an input from each place that has one. */
  const onWeb = (command: string): Promise<Outcome> =>
    cdktf(
      `${command} ${STACK} --skip-provider-lock --var role_name=Web --var-file servers.tfvars`,
      `TF_VAR_tags='{"CostCenter":"42"}'`,
    );

  test('diff refuses what IAM would refuse', async () => {
    const { code, text } = await cdktf(`diff ${STACK} --skip-provider-lock --var path=a/b`);
    expect(text).toContain('var.path is "a/b"');
    expect(text).toContain('write it like "/" or "/team/ssm/" [Path]');
    expect(code).toBe(1);
  });

  test('deploy takes inputs from --var, --var-file and the environment', async () => {
    await must(onWeb('deploy --auto-approve'));

    const { roles, policies } = await readAccount(bench().emulator.iam);
    expect(roles).toEqual({
      Web: {
        path: '/servers/',
        trust: TRUST_EC2,
        attached: [
          'arn:aws:iam::123456789012:policy/servers/WebS3Policy-agent',
          'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
        ],
        inline: {},
        profiles: ['Web'],
        tags: { CostCenter: '42' },
        boundary: undefined,
      },
    });
    expect(JSON.stringify(policies['WebS3Policy-agent'])).toContain(
      'arn:aws:s3:::aws-ssm-us-east-2/*',
    );
  });

  test('the state lies in the project folder and nowhere else', () => {
    const files = readdirSync(project.folder, { recursive: true, encoding: 'utf8' });
    // what Terraform keeps in .terraform is where the state lies, not the state
    const states = files.filter((path) => /^(?!.*\.terraform\/).*\.tfstate/.test(path));
    expect(states).toEqual([`terraform.${STACK}.tfstate`]);
  });

  test('diff plans nothing once the stack is deployed', async () => {
    expect(await must(onWeb('diff'))).toContain('No changes.');
  });

  test('destroy leaves nothing', async () => {
    await must(onWeb('destroy --auto-approve'));
    expect(await readAccount(bench().emulator.iam)).toEqual({
      roles: {},
      policies: {},
      users: {},
      groups: {},
      profiles: {},
    });
  });

  describe('with s3_backend in the context', () => {
    let asShipped: string;

    beforeAll(() => {
      asShipped = readFileSync(project.path('cdktf.json'), 'utf8');
    });

    afterAll(() => {
      writeFileSync(project.path('cdktf.json'), asShipped);
    });

    function configure(s3_backend: unknown): void {
      const settings = JSON.parse(asShipped) as object;
      const changed = { ...settings, context: { s3_backend } };
      writeFileSync(project.path('cdktf.json'), JSON.stringify(changed));
    }

    test('the state lies in the bucket', async () => {
      const bucket = `${bench().emulator.environment.AWS_ENDPOINT_URL ?? ''}/state`;
      await fetch(bucket, {
        method: 'PUT',
        body: '<CreateBucketConfiguration><LocationConstraint>us-east-2</LocationConstraint></CreateBucketConfiguration>',
      });
      configure({ bucket: 'state', region: 'us-east-2', usePathStyle: true });
      const command = 'deploy s3-access-policy --skip-provider-lock --auto-approve';
      await must(cdktf(`${command} --var 'regions=["us-east-2"]'`));

      const objects = await (await fetch(bucket)).text();
      expect(objects).toContain('<Key>ssm-iam/s3-access-policy.tfstate</Key>');
      expect(existsSync(project.path('terraform.s3-access-policy.tfstate'))).toBe(false);
    });

    test('a bucket that is missing is refused', async () => {
      configure('state');
      const { code, text } = await cdktf('synth');
      expect(text).toContain('context.s3_backend in cdktf.json must be an object');
      expect(text).toContain('[S3BackendContext]');
      expect(code).toBe(1);
    });
  });
});
