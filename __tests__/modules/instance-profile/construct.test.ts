import { InstanceProfile } from '../../../modules/instance-profile/construct';
import { instanceProfile } from '../../../modules/instance-profile/module';
import { EC2_TRUST } from '../../fixtures/aws-documents';
import { addressesIn, blockAt, emittedModule } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { TRUSTED_SERVICES } from '../../fixtures/trusted-services';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const emitted = emittedModule(instanceProfile);
const { main } = emitted;

test('the addresses are these', () => {
  expect(addressesIn(emitted)).toEqual([
    'aws_iam_instance_profile.this',
    'aws_iam_policy.s3',
    'aws_iam_role.this',
    'aws_iam_role_policies_exclusive.this',
    'aws_iam_role_policy.inline',
    'aws_iam_role_policy_attachment.additional',
    'aws_iam_role_policy_attachment.managed',
    'aws_iam_role_policy_attachment.s3',
    'aws_iam_role_policy_attachments_exclusive.this',
    'data.aws_partition.current',
  ]);
});

describe('the trust policy', () => {
  const [ec2, ...others] = blockAt(main, 'locals', 'trust_statements') as object[];

  test('is what AWS prints, with the name of EC2 in each partition', () => {
    const [printed] = EC2_TRUST.Statement;

    expect(ec2).toEqual({
      ...printed,
      Principal: {
        Service: '${local.partition == "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com"}',
      },
    });
  });

  test('has no condition: EC2 sends no source account', () => {
    expect(ec2).not.toHaveProperty('Condition');
  });

  test("admits the caller's services by a statement of its own, and nobody else", () => {
    expect(others).toEqual([TRUSTED_SERVICES]);
  });

  test('is that of the role', () => {
    expect(blockAt(main, 'resource', 'aws_iam_role', 'this', 'assume_role_policy')).toBe(
      '${jsonencode(local.trust_policy)}',
    );
  });
});

test('the role is made only if it is asked for', () => {
  expect(blockAt(main, 'resource', 'aws_iam_role', 'this', 'count')).toBe(
    '${var.create_role ? 1 : 0}',
  );
});

test('permissions go to the role that is made or to the one that exists', () => {
  const attachments = blockAt(main, 'resource', 'aws_iam_role_policy_attachment');
  const role = { role: '${local.role_id}' };
  const existing =
    'var.existing_role_name == null ? "existing_role_name-is-null" : var.existing_role_name';

  expect(main.locals).toMatchObject({
    role_id: `\${var.create_role ? one(aws_iam_role.this[*].id) : ${existing}}`,
    role_name: `\${var.create_role ? one(aws_iam_role.this[*].name) : ${existing}}`,
  });
  expect(attachments).toMatchObject({ additional: role, managed: role, s3: role });
  expect(blockAt(main, 'resource', 'aws_iam_role_policy', 'inline')).toMatchObject(role);
});

test('the profile holds that role, under its name unless it has another', () => {
  expect(blockAt(main, 'resource', 'aws_iam_instance_profile', 'this')).toEqual({
    count: '${coalesce(var.create_instance_profile, var.create_role) ? 1 : 0}',
    name: '${var.instance_profile_name == null ? local.role_name : var.instance_profile_name}',
    path: '${var.path}',
    role: '${local.role_name}',
    tags: '${var.tags}',
  });
});

test('the S3 policy says what it is for', () => {
  expect(blockAt(main, 'resource', 'aws_iam_policy', 's3', 'description')).toBe(
    'S3 buckets that Systems Manager reads and writes on EC2 instances.',
  );
});

describe('in an app', () => {
  test('the construct takes literals', () => {
    const { locals } = emittedStack(newFolder(), (stack) => {
      new InstanceProfile(stack, 'web', {
        createRole: false,
        existingRoleName: 'existing',
        s3Buckets: [{ name: 'own-bucket', access: 'read', kmsKeyArn: null }],
      });
    });

    expect(locals).toMatchObject({
      web_input_existing_role_name: 'existing',
      web_input_s3_buckets: [
        {
          name: 'own-bucket',
          prefix: null,
          access: 'read',
          cross_account: false,
          encrypted: true,
          kms_key_arn: null,
        },
      ],
    });
  });

  test.each([
    [{ createRole: false }, '[OneRole]'],
    [{ existingRoleName: 'existing' }, '[OneRole]'],
    [{ path: '/a*b/', s3Buckets: [{ name: 'abc' }] }, '[PolicyPath]'],
    [{ instanceProfileName: 'a'.repeat(129) }, '[InstanceProfileName]'],
    [{ existingRoleName: 'a b', createRole: false }, '[RoleName]'],
    [{ s3PolicyName: 'a'.repeat(121) }, '[S3PolicyName]'],
  ])('a mistake in %j is refused', (props, code) => {
    expect(() =>
      emittedStack(newFolder(), (stack) => new InstanceProfile(stack, 'web', props)),
    ).toThrow(code);
  });
});
