import { join } from 'node:path';
import { App } from 'cdktf';
import { DeployableStack } from '../../generator/deployable-stack';
import type { TerraformJson } from '../../generator/terraform-json';
import { hybridServiceRole } from '../../modules/hybrid-service-role/module';
import { readStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

function deployed(
  context: Readonly<Record<string, unknown>> = {},
  outdir = newFolder(),
): TerraformJson {
  const app = new App({ outdir, context });
  new DeployableStack(app, hybridServiceRole);
  app.synth();
  return readStack(outdir, 'hybrid-service-role');
}

/** A project folder that the process believes to be in, with the usual folder for output. */
function newProject(): { folder: string; stack: TerraformJson } {
  const folder = newFolder();
  const cwd = jest.spyOn(process, 'cwd').mockReturnValue(folder);
  try {
    return { folder, stack: deployed({}, join(folder, 'cdktf.out')) };
  } finally {
    cwd.mockRestore();
  }
}

const stack = deployed();

test('the provider comes from its namespace, from the floor of the module up', () => {
  expect(stack.terraform).toMatchObject({
    required_version: '>= 1.5.0',
    required_providers: { aws: { source: 'hashicorp/aws', version: '>= 3.35.0' } },
  });
});

test('the region of the provider is a variable that may stay null', () => {
  expect(stack.provider).toEqual({ aws: [{ region: '${var.aws_region}' }] });
  expect(stack.variable?.aws_region).toMatchObject({
    type: 'string',
    description: expect.stringContaining('Null: AWS_REGION') as string,
    default: null,
    nullable: true,
  });
});

test('the construct is fed with the same variables and outputs as the module', () => {
  expect(stack.variable?.role_name).toMatchObject({ type: 'string', default: 'SSMServiceRole' });
  expect(stack.output?.role_arn).toMatchObject({ value: '${aws_iam_role.this.arn}' });
  expect(stack.resource?.aws_iam_role?.this).toMatchObject({ name: '${var.role_name}' });
});

describe('in a project on this machine', () => {
  const project = newProject();

  test('local state lies in the project, by a path that holds on every machine', () => {
    expect(project.stack.terraform?.backend).toEqual({
      local: { path: '../../../terraform.hybrid-service-role.tfstate' },
    });
  });

  test('no path of the machine is in the stack', () => {
    expect(JSON.stringify(project.stack)).not.toContain(project.folder);
  });
});

test('remote state takes the arguments of the context and a key of the stack', () => {
  const s3_backend = { bucket: 'states', region: 'us-east-2', encrypt: true };

  expect(deployed({ s3_backend }).terraform?.backend).toEqual({
    s3: {
      bucket: 'states',
      region: 'us-east-2',
      encrypt: true,
      key: 'ssm-iam/hybrid-service-role.tfstate',
    },
  });
});

test('the prefix of the key can be chosen', () => {
  const { terraform } = deployed({ s3_backend: { bucket: 'states', keyPrefix: 'team/' } });

  expect(terraform?.backend).toEqual({
    s3: { bucket: 'states', key: 'team/hybrid-service-role.tfstate' },
  });
});

test.each([
  ['a text', 'states', '"states"'],
  ['null', null, 'null'],
  ['an object without a bucket', { region: 'us-east-2' }, '{"region":"us-east-2"}'],
  ['an object with a key', { bucket: 'b', key: 'k' }, '{"bucket":"b","key":"k"}'],
])('a context that is %s is refused', (_, s3_backend, got) => {
  const app = new App({ outdir: newFolder(), context: { s3_backend } });

  expect(() => new DeployableStack(app, hybridServiceRole)).toThrow(
    `hybrid-service-role: context.s3_backend in cdktf.json must be an object with a bucket and without a key, got ${got}; the key is keyPrefix and the stack: see docs/cdktf.md, "Remote state" [S3BackendContext]`,
  );
});
