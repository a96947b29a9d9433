import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformOutput } from 'cdktf';
import { HybridServiceRole, InstanceProfile, UsageError } from '../index';
import * as library from '../index';
import type { InstanceProfileProps } from '../index';
import { emittedStack } from './fixtures/emitted-stack';
import { PROJECT, sourceFiles } from './fixtures/source-files';
import { temporaryFolders } from './fixtures/temporary-folder';

const newFolder = temporaryFolders();

test('the package exports a construct for each module, and the error', () => {
  expect(Object.keys(library).sort()).toEqual([
    'AutomationAdministrationRole',
    'AutomationExecutionRole',
    'AutomationServiceRole',
    'AutomationUserAccess',
    'DefaultHostManagement',
    'HybridServiceRole',
    'InstanceProfile',
    'MaintenanceWindowRole',
    'MaintenanceWindowUserAccess',
    'NotificationRole',
    'ParameterStoreAccess',
    'S3AccessPolicy',
    'SessionManagerUserAccess',
    'UsageError',
    'UserAccess',
  ]);
});

test('both libraries are optional peers, constructs is not', () => {
  const { peerDependencies, peerDependenciesMeta } = JSON.parse(
    readFileSync(join(PROJECT, 'package.json'), 'utf8'),
  ) as Record<'peerDependencies' | 'peerDependenciesMeta', object>;
  const libraries = ['@cdktf/provider-aws', '@cdktn/provider-aws', 'cdktf', 'cdktn'];

  expect(Object.keys(peerDependencies)).toEqual([...libraries, 'constructs']);
  expect(peerDependenciesMeta).toEqual(
    Object.fromEntries(libraries.map((name) => [name, { optional: true }])),
  );
});

test('constructs live side by side in one stack, each under its own id', () => {
  const { resource, output } = emittedStack(newFolder(), (stack) => {
    const props: InstanceProfileProps = { roleName: 'web', regions: ['us-east-2'] };
    const web = new InstanceProfile(stack, 'web', props);
    const hybrid = new HybridServiceRole(stack, 'hybrid');
    new TerraformOutput(stack, 'profile', { value: web.instanceProfileName });
    new TerraformOutput(stack, 'arns', { value: [hybrid.roleArn] });
  });

  expect(Object.keys(resource?.aws_iam_role ?? {})).toEqual(['hybrid', 'web']);
  expect(Object.keys(resource?.aws_iam_role_policy_attachment ?? {})).toEqual([
    'hybrid_additional',
    'hybrid_managed',
    'hybrid_s3',
    'web_additional',
    'web_managed',
    'web_s3',
  ]);
  expect(output).toEqual({
    profile: { value: '${one(aws_iam_instance_profile.web[*].name)}' },
    arns: { value: ['${aws_iam_role.hybrid.arn}'] },
  });
});

test('a construct can be fed with what another one gives', () => {
  const { locals } = emittedStack(newFolder(), (stack) => {
    const hybrid = new HybridServiceRole(stack, 'hybrid');
    new InstanceProfile(stack, 'web', {
      createRole: false,
      existingRoleName: hybrid.roleName,
      additionalPolicyArns: hybrid.attachedPolicyArns,
    });
  });

  expect(locals).toMatchObject({
    web_input_create_role: false,
    web_input_existing_role_name: '${aws_iam_role.hybrid.name}',
    web_input_additional_policy_arns:
      '${merge({ for policy in aws_iam_policy.hybrid_s3 : policy.name => policy.arn }, local.hybrid_attached_aws_policies, tomap(local.hybrid_input_additional_policy_arns))}',
  });
});

test('two constructs of one id below two scopes that look alike are refused', () => {
  expect(() =>
    emittedStack(newFolder(), (stack) => {
      new InstanceProfile(stack, 'a.b');
      new InstanceProfile(stack, 'a_b');
    }),
  ).toThrow('[AddressTaken]');
});

test('a mistake is refused with the path of the construct', () => {
  expect(() =>
    emittedStack(newFolder(), (stack) => new InstanceProfile(stack, 'web', { path: 'a b' })),
  ).toThrow(UsageError);
  expect(() =>
    emittedStack(newFolder(), (stack) => new InstanceProfile(stack, 'web', { path: 'a b' })),
  ).toThrow(
    'app/web: path must be a path of at most 512 characters that begins and ends with "/", made of letters, digits and .,+@=_-, got "a b"',
  );
});

describe('packages', () => {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(PROJECT, 'package.json'), 'utf8'),
  ) as Readonly<Record<'dependencies' | 'peerDependencies', object>>;
  const installed = Object.keys({ ...dependencies, ...peerDependencies });

  /** Packages that the sources in some folders take, apart from those of Node. */
  function taken(...folders: readonly string[]): string[] {
    const isOurs = (from: string): boolean =>
      ['', '.ts'].some((ending) => existsSync(join(PROJECT, from + ending)));
    const from = sourceFiles(...folders).flatMap(({ imports }) => imports.map((one) => one.from));
    return from
      .filter((one) => !one.startsWith('node:') && !isOurs(one))
      .map((one) => one.split('/', one.startsWith('@') ? 2 : 1).join('/'));
  }

  test('that are installed with it are all that what is packed takes', () => {
    const packed = taken('', 'commands', 'contract', 'generator', 'modules');

    expect(packed).toContain('@cdktf/provider-aws');
    expect(packed.filter((name) => !installed.includes(name))).toEqual([]);
  });

  test('of the publisher are these as well, and no data that only tests read', () => {
    const others = taken('publisher').filter((name) => !installed.includes(name));

    expect([...new Set(others)].sort()).toEqual([
      ...['cli-progress', 'fflate', 'markdown-it', 'semver', 'tar-stream'],
    ]);
  });
});
