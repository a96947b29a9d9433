import { stripVTControlCharacters } from 'node:util';
import { describeOnTerminal, runCommand, runOnTerminal } from '../../fixtures/command';
import { contentsOf, fill } from '../../fixtures/folder-contents';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(60_000);

interface Explained {
  readonly module: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly grants: readonly Readonly<Record<string, unknown>>[];
  readonly managed_policies: Readonly<Record<string, { readonly as_of: string }>>;
}

const folder = newFolder();
fill(folder, {
  'servers.tfvars': 'role_name = "Web"\nregions = ["us-east-2"]\npartition = "aws"\n',
  'other.tfvars.json': '{ "role_name": "Db" }',
  'wrong.tfvars': 'path = "my path"\ncreate_role = "perhaps"\nregion = ["us-east-2"]\n',
  'together.tfvars': 'create_role = false\ntrusted_services = ["events.amazonaws.com"]\n',
});
const explain = (...args: readonly string[]) => runCommand(folder, ['explain', ...args]);
const asJson = (...args: readonly string[]): Explained =>
  JSON.parse(explain(...args, '--json').out) as Explained;

test('with --deployer prints the policy of whoever deploys it, as JSON alone', () => {
  const { out, err } = explain('instance-profile', '--var-file', 'servers.tfvars', '--deployer');
  const policy = JSON.parse(out) as {
    readonly Statement: readonly { readonly Sid: string; readonly Resource: readonly string[] }[];
  };

  expect(err).toBe('');
  expect(policy).toMatchObject({ Version: '2012-10-17' });
  expect(policy.Statement[0]).toMatchObject({
    Sid: 'Roles',
    Resource: ['arn:aws:iam::${account_id}:role/Web'],
  });
  expect(policy.Statement.map(({ Sid }) => Sid)).toContain('S3Policies');
});

test.each([
  [['ssm-iam'], /^ssm-iam creates nothing with these inputs, .* \[NothingDeployed\]\n$/],
  [
    ['instance-profile', '--var', 'role_name=*'],
    /^role_name must be a name of letters, .* \[NameInPolicy\]\n$/,
  ],
])('with --deployer prints no policy for %j, but says why', (args, message) => {
  const { code, out, err } = explain(...args, '--deployer');

  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(message);
});

test('with --deployer warns of a policy that is longer than a managed policy', () => {
  const users = JSON.stringify(Array.from({ length: 60 }, (_, i) => `user${i}`));
  const args = ['parameter-store-access', '--var', 'names=["x"]', '--var', `users=${users}`];
  const { code, out, err } = explain(...args, '--deployer');

  expect(code).toBe(0);
  expect(err).toBe(
    `this policy has ${JSON.stringify(JSON.parse(out)).length} characters, and a managed policy takes 6144; attach its statements as several policies\n`,
  );
});

describe('with --json', () => {
  test('tells who may assume, what the role may do then, and because of which inputs', () => {
    const { module, grants } = asJson('instance-profile', '--var-file', 'servers.tfvars');

    expect(module).toBe('instance-profile');
    expect(grants).toHaveLength(3);
    expect(grants).toMatchObject([
      {
        kind: 'trust',
        address: 'aws_iam_role.this',
        services: ['ec2.amazonaws.com'],
        actions: ['sts:AssumeRole'],
        because: { create_role: true },
      },
      {
        kind: 'attached-policy',
        granted_to: ['role/Web'],
        policy_arn: 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
        because: { core_policy: 'AmazonSSMManagedInstanceCore' },
      },
      {
        kind: 'statement',
        granted_to: ['role/Web'],
        actions: ['s3:GetObject'],
        // in https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-minimum-s3-permissions.html
        resources: expect.arrayContaining(['arn:aws:s3:::aws-ssm-us-east-2/*']) as unknown,
      },
    ]);
  });

  test('has every input, given or not, as Terraform holds it', () => {
    const { inputs } = asJson('s3-access-policy', '--var', 's3_buckets=[{name="logs"}]');

    expect(inputs).toMatchObject({
      regions: [],
      s3_buckets: [
        {
          access: 'read-write',
          cross_account: false,
          encrypted: true,
          kms_key_arn: null,
          name: 'logs',
          prefix: null,
        },
      ],
    });
  });

  test('has what the attached policies of AWS allow, and no other policies', () => {
    const { managed_policies } = asJson('hybrid-service-role', '--var', 'directory_service=true');

    expect(Object.keys(managed_policies).sort()).toEqual([
      'AmazonSSMDirectoryServiceAccess',
      'AmazonSSMManagedInstanceCore',
    ]);
  });

  test('takes the last of two values', () => {
    const files = ['--var-file', 'servers.tfvars', '--var-file', 'other.tfvars.json'];

    expect(asJson('hybrid-service-role', ...files).inputs.role_name).toBe('Db');
    expect(
      asJson('hybrid-service-role', '--var', 'role_name=V', ...files, '--var', 'role_name=W').inputs
        .role_name,
    ).toBe('W');
  });
});

describe('in a pipe', () => {
  test('is a table without colours that cuts nothing, and says what only Terraform knows', () => {
    const { code, out, err } = explain('hybrid-service-role', '--var', 'regions=["us-east-2"]');
    const [title, top, head] = out.split('\n');

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(title).toBe('hybrid-service-role');
    expect(top).toMatch(/^┌─+┬─+┬─+┐$/);
    expect(head).toMatch(/^│ Who +│ May +│ Because +│$/);
    expect(out).toContain(' arn:${partition}:s3:::aws-patch-manager-us-east-2-552881074/* ');
    expect(out).toContain(' aws:SourceAccount StringEquals ${account_id} ');
    expect(out).toMatch(
      /\[1\] https:[^│]*\n\$\{account_id\} and \$\{partition\}: what Terraform finds, unless it is given\n$/,
    );
    expect(out).not.toContain('\u001b');
  });

  test('speaks of no placeholder if there is none', () => {
    const given = ['--var', 'partition=aws', '--var', 'account_id=123456789012'];

    expect(explain('hybrid-service-role', ...given).out).not.toContain('what Terraform finds');
  });
});

describeOnTerminal('on a terminal', () => {
  test('is a table as wide as the terminal, in colours', () => {
    const { text } = runOnTerminal(folder, ['explain', 'hybrid-service-role'], {}, 90);
    const rows = text.split('\n').filter((row) => /^[┌├└│]/.test(row));
    const widths = rows.map((row) => stripVTControlCharacters(row).length);

    expect(text).toContain('\u001b[1mhybrid-service-role\u001b[22m\n');
    expect(new Set(widths)).toEqual(new Set([90]));
  });

  test('has no colours with NO_COLOR', () => {
    const { text } = runOnTerminal(folder, ['explain', 'hybrid-service-role'], { NO_COLOR: '1' });

    expect(text).not.toContain('\u001b');
  });
});

describe('refused is', () => {
  test.each<[string, readonly string[], number, RegExp]>([
    [
      'every wrong input, in one message',
      ['instance-profile', '--var-file', 'wrong.tfvars'],
      1,
      /^3 inputs are wrong:\n {2}there is no input region; the inputs are .*\[UnknownInput\]\n {2}path must be a path .*; .*\[Path\]\n {2}create_role must be bool; .*\[WrongType\]\n/,
    ],
    [
      'an input that does not go with another',
      ['instance-profile', '--var-file', 'together.tfvars'],
      1,
      /^2 inputs are wrong:\n {2}existing_role_name must be set if create_role is false, .*\[OneRole\]\n {2}permissions_boundary and trusted_services must be left out .*\[NewRoleOnly\]\n/,
    ],
    [
      'an input that is missing',
      ['automation-user-access', '--var', 'users=["a"]'],
      1,
      /^automation_role_arn is required; give it a value \[MissingInput\]\n$/,
    ],
    [
      'a file that is not there',
      ['instance-profile', '--var-file', 'nobody.tfvars'],
      2,
      /^nobody\.tfvars cannot be read .*\[UnreadableFile\]\n$/,
    ],
    [
      'a variable without a value',
      ['instance-profile', '--var', 'role_name'],
      2,
      /^--var must have the form name=value, .*\[VarForm\]\n$/,
    ],
    [
      'a module that does not exist',
      ['instance'],
      2,
      /^there is no module instance; .*\[UnknownModule\]\n$/,
    ],
    ['no module', [], 2, /^error: missing required argument 'module'\n$/],
  ])('%s', (_, args, code, message) => {
    const outcome = explain(...args, '--json');

    expect(outcome).toMatchObject({ code, out: '' });
    expect(outcome.err).toMatch(message);
  });
});

test('writes nothing', () => {
  expect(Object.keys(contentsOf(folder)).sort()).toEqual([
    'other.tfvars.json',
    'servers.tfvars',
    'together.tfvars',
    'wrong.tfvars',
  ]);
});

test('where nothing is granted, that is said', () => {
  expect(explain('s3-access-policy', '--var', 'regions=[]').code).toBe(1);
  expect(explain('ssm-iam').out).toBe('ssm-iam\nnothing is granted with these inputs\n');
});
