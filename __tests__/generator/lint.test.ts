import { lint } from '../../generator/lint';
import type { TerraformJson } from '../../generator/terraform-json';

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

const findings = (configuration: TerraformJson) => lint({ ...fit, ...configuration });

test('a module that may be shipped has no findings', () => {
  expect(findings({})).toEqual([]);
  expect(findings({ moved: [{ from: 'aws_iam_role.a', to: 'aws_iam_role.this' }] })).toEqual([]);
  expect(lint({})).toEqual([]);
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
