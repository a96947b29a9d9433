import { TerraformResource, TerraformStack } from 'cdktf';
import { RootConstruct } from 'constructs';
import { lint } from '../../generator/lint';
import type { TerraformJson } from '../../generator/terraform-json';

const newStack = (): TerraformStack => new TerraformStack(new RootConstruct(), 'stack');

/** A module that may be shipped: every rule passes it. */
const fit: TerraformJson = {
  terraform: {
    required_version: '>= 1.5.0',
    required_providers: { aws: { source: 'hashicorp/aws', version: '>= 3.35.0' } },
  },
  variable: { role_name: { type: 'string', description: 'Name of the role.' } },
  output: { role_arn: { value: '${aws_iam_role.this.arn}', description: 'ARN.' } },
  locals: { policy: '$${aws:username}' },
  resource: { aws_iam_role: { this: { name: '${var.role_name}', path: '/' } } },
  data: { aws_partition: { current: {} } },
};

const findings = (configuration: TerraformJson) => lint(newStack(), { ...fit, ...configuration });

test('a module that may be shipped has no findings', () => {
  expect(findings({})).toEqual([]);
  expect(findings({ moved: [{ from: 'aws_iam_role.a', to: 'aws_iam_role.this' }] })).toEqual([]);
  expect(lint(newStack(), {})).toEqual([
    {
      code: 'VersionFloor',
      message: 'terraform must have a floor and nothing else, like ">= 1.5.0", got "undefined"',
    },
  ]);
});

test.each<[string, TerraformJson]>([
  ['provider', { provider: { aws: [{}] } }],
  ['import', { import: [{}] }],
  ['removed', { removed: [{}] }],
  ['terraform.backend', { terraform: { ...fit.terraform, backend: { local: {} } } }],
  ['terraform.cloud', { terraform: { ...fit.terraform, cloud: {} } }],
  ['data.terraform_remote_state', { data: { terraform_remote_state: { x: {} } } }],
])('%s is a forbidden block', (block, configuration) => {
  expect(findings(configuration)).toEqual([
    {
      code: 'ForbiddenBlock',
      message: `${block} must not be in a module: it belongs to the configuration that calls it`,
    },
  ]);
});

describe('what a user reads is written', () => {
  test.each<[string, string, TerraformJson]>([
    [
      'UntypedVariable',
      'variable "x" has no type; Terraform would take anything',
      { variable: { x: { description: 'X.' } } },
    ],
    [
      'UndocumentedVariable',
      'variable "x" has no description; README and registry would show an empty cell',
      { variable: { x: { type: 'string' } } },
    ],
    [
      'UndocumentedVariable',
      'variable "x" has no description; README and registry would show an empty cell',
      { variable: { x: { type: 'string', description: '' } } },
    ],
    [
      'UndocumentedOutput',
      'output "y" has no description; README and registry would show an empty cell',
      { output: { y: { value: 1 } } },
    ],
  ])('or else %s', (code, message, configuration) => {
    expect(findings(configuration)).toEqual([{ code, message }]);
  });
});

describe('a name', () => {
  test.each<[string, TerraformJson]>([
    ['aws_iam_role.role_F48FFE04', { resource: { aws_iam_role: { role_F48FFE04: {} } } }],
    ['data.aws_partition.x_0123ABCD', { data: { aws_partition: { x_0123ABCD: {} } } }],
    ['x_F48FFE04', { variable: { x_F48FFE04: { type: 'string', description: 'X.' } } }],
    ['y_F48FFE04', { output: { y_F48FFE04: { value: 1, description: 'Y.' } } }],
    ['z_F48FFE04', { locals: { z_F48FFE04: 1 } }],
    ['c_F48FFE04', { check: { c_F48FFE04: {} } }],
  ])('with a hash is refused: %s', (name, configuration) => {
    expect(findings(configuration)).toEqual([
      {
        code: 'HashedName',
        message: `${name} carries CDKTF's hash, which changes with the construct path; give the element an address()`,
      },
    ]);
  });

  test.each(['role_F48FFE0', 'role_f48ffe04', 'F48FFE04_role', 'role_F48FFE040'])(
    'that only looks like one passes: %s',
    (name) => {
      expect(findings({ locals: { [name]: 1 } })).toEqual([]);
    },
  );
});

describe('a block with count or for_each', () => {
  const role = { aws_iam_role: { this: { count: 1 } } };
  const unindexed = {
    code: 'UnindexedReference',
    message:
      'aws_iam_role.this has count or for_each and is read without an index; write one(aws_iam_role.this[*].attribute)',
  };

  test.each<[string, TerraformJson]>([
    ['in an output', { resource: role }],
    [
      'in a resource',
      { resource: { ...role, aws_x: { y: { a: ['${aws_iam_role.this.name}'] } } }, output: {} },
    ],
    ['with for_each', { resource: { aws_iam_role: { this: { for_each: '${toset([])}' } } } }],
    [
      'in an expression',
      { resource: role, output: {}, locals: { a: '${f(x,aws_iam_role.this.arn)}' } },
    ],
  ])('must not be read without an index %s', (_, configuration) => {
    expect(findings(configuration)).toEqual([unindexed]);
  });

  test('must not be read without an index when it is a data source', () => {
    const data = { aws_partition: { current: { count: 1 } } };
    const locals = { partition: '${data.aws_partition.current.partition}' };

    expect(findings({ data, locals }).map(({ code }) => code)).toEqual(['UnindexedReference']);
  });

  test('must not be read without an index when it is a module', () => {
    const module = { role: { for_each: '${var.roles}', source: './modules/role' } };
    const locals = { arn: '${module.role.arn}' };

    expect(findings({ module, locals }).map(({ code }) => code)).toEqual(['UnindexedReference']);
  });

  test.each([
    ['${one(aws_iam_role.this[*].arn)}'],
    ['${aws_iam_role.this["a"].arn}'],
    ['${{ for key, role in aws_iam_role.this : key => role.arn }}'],
    ['${data.aws_iam_role.this.arn}'],
    ['${my_aws_iam_role.this.arn}'],
    ['${aws_iam_role.this_other.arn}'],
  ])('may be read as %s', (value) => {
    expect(findings({ resource: role, output: { o: { value, description: 'O.' } } })).toEqual([]);
  });
});

describe('a path', () => {
  test.each(['/home/me/project', '/srv/x/', String.raw`C:\work`])(
    'of one machine is refused: %s',
    (path) => {
      expect(findings({ locals: { nested: [{ path }] } })).toEqual([
        {
          code: 'AbsolutePath',
          message: `"${path}" is a path of one machine; make it relative or leave it out`,
        },
      ]);
    },
  );

  test.each([
    '/',
    '../../state',
    'a/b/c',
    'https://example.com/a/b',
    'write it like /team/ssm/',
    '/team/ssm/ is how to write it',
    String.raw`not like C:\work`,
  ])('that means the same everywhere passes: %s', (path) => {
    expect(findings({ locals: { path } })).toEqual([]);
  });
});

describe('a policy variable of IAM', () => {
  test.each(['${aws:username}', 'home/${ aws:userid}-*', '$${a} ${aws:username}'])(
    'that Terraform would read as its own is refused: %s',
    (text) => {
      expect(findings({ resource: { x: { y: { policy: text } } } })).toEqual([
        {
          code: 'UnescapedPolicyVariable',
          message: `"${text}" holds an IAM policy variable that Terraform would read as its own; write $\${aws:...}`,
        },
      ]);
    },
  );

  // Terraform takes the last two dollars before a brace as one that is meant
  test.each(['$${aws:username}', '$$${aws:username}', '${var.aws}', 'aws:SourceArn'])(
    'that Terraform leaves alone passes: %s',
    (text) => {
      expect(findings({ resource: { x: { y: { policy: text } } } })).toEqual([]);
    },
  );
});

describe('versions', () => {
  const terraform = (version: unknown, aws: object): TerraformJson => ({
    terraform: { required_version: version, required_providers: { aws } },
  });

  test.each([['aws'], ['registry.terraform.io/hashicorp/aws'], ['hashicorp/aws/x'], [undefined]])(
    'come with the namespace of the provider: not %s',
    (source) => {
      expect(findings(terraform('>= 1.5.0', { source, version: '>= 3.0.0' }))).toEqual([
        {
          code: 'ProviderSource',
          message: `provider aws must have a source with a namespace, got "${String(source)}"`,
        },
      ]);
    },
  );

  test.each([
    '1.5.0',
    '~> 1.5.0',
    '>= 1.5',
    '>= 1.5.0, < 2.0.0',
    '< 2.0.0, >= 1.5.0',
    '= 1.5.0',
    undefined,
  ])('are floors: not %s', (version) => {
    const message = (name: string): string =>
      `${name} must have a floor and nothing else, like ">= 1.5.0", got "${String(version)}"`;

    expect(findings(terraform(version, { source: 'hashicorp/aws', version }))).toEqual([
      { code: 'VersionFloor', message: message('aws') },
      { code: 'VersionFloor', message: message('terraform') },
    ]);
  });

  test('may have several digits', () => {
    const version = '>= 10.11.12';

    expect(findings(terraform(version, { source: 'hashicorp/aws', version }))).toEqual([]);
  });
});

test('two elements of one address are found, too', () => {
  const stack = newStack();
  for (const id of ['a', 'b']) {
    new TerraformResource(stack, id, { terraformResourceType: 'x' }).overrideLogicalId('role');
  }

  expect(lint(stack, fit).map(({ code }) => code)).toEqual(['AddressTaken']);
});
