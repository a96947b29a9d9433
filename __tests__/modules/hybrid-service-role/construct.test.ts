import { HybridServiceRole } from '../../../modules/hybrid-service-role/construct';
import { hybridServiceRole } from '../../../modules/hybrid-service-role/module';
import {
  HYBRID_TRUST,
  HYBRID_TRUST_WITHOUT_CONDITION,
  inTheAccount,
} from '../../fixtures/aws-documents';
import { addressesIn, blockAt, emittedModule } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { TRUSTED_SERVICES } from '../../fixtures/trusted-services';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const emitted = emittedModule(hybridServiceRole);
const { main } = emitted;

test('the addresses are these', () => {
  expect(addressesIn(emitted)).toEqual([
    'aws_iam_policy.s3',
    'aws_iam_role.this',
    'aws_iam_role_policies_exclusive.this',
    'aws_iam_role_policy.inline',
    'aws_iam_role_policy_attachment.additional',
    'aws_iam_role_policy_attachment.managed',
    'aws_iam_role_policy_attachment.s3',
    'aws_iam_role_policy_attachments_exclusive.this',
    'data.aws_caller_identity.current',
    'data.aws_partition.current',
  ]);
});

describe('the trust policy', () => {
  const statements = blockAt(main, 'locals', 'trust_statements') as object[];
  const [statement, plain, ...others] = statements;
  const ssmIf = (condition: string): object => ({
    Effect: 'Allow',
    Principal: { Service: `\${${condition} ? "ssm.amazonaws.com" : ""}` },
    Action: 'sts:AssumeRole',
  });
  const SSM = { Principal: { Service: 'ssm.amazonaws.com' } };

  test('admits Systems Manager, by the one or the other statement', () => {
    expect(statement).toMatchObject(ssmIf('var.confused_deputy_protection'));
    expect(plain).toEqual(ssmIf('!var.confused_deputy_protection'));
  });

  test("admits the caller's services by a statement of its own, and nobody else", () => {
    expect(others).toEqual([TRUSTED_SERVICES]);
    expect(JSON.stringify([statement, plain])).not.toContain('trusted_services');
  });

  test('admits it for this account only', () => {
    expect(statement).toHaveProperty(
      ['Condition', 'StringEquals', 'aws:SourceAccount'],
      '${local.account_id}',
    );
  });

  test("admits it for this account's resources only, in any region", () => {
    expect(statement).toHaveProperty(
      ['Condition', 'ArnEquals', 'aws:SourceArn'],
      'arn:${local.partition}:ssm:*:${local.account_id}:*',
    );
  });

  test('is what AWS prints, but for the region and the empty Sid', () => {
    const [printed] = HYBRID_TRUST.Statement;
    const { Sid: _empty, ...expected } = printed ?? {};
    const inEveryRegion: unknown = JSON.parse(
      JSON.stringify(expected).replace(':us-east-2:', ':*:'),
    );

    expect(inTheAccount({ ...statement, ...SSM })).toEqual(inEveryRegion);
  });

  test('without protection is what AWS printed before, to the letter', () => {
    expect({ ...plain, ...SSM }).toEqual(HYBRID_TRUST_WITHOUT_CONDITION.Statement);
  });

  test('is that of the role', () => {
    expect(blockAt(main, 'resource', 'aws_iam_role', 'this', 'assume_role_policy')).toBe(
      '${jsonencode(local.trust_policy)}',
    );
  });
});

test('the account is looked up only for the protection', () => {
  expect(blockAt(main, 'data', 'aws_caller_identity', 'current')).toEqual({
    count: '${var.confused_deputy_protection && var.account_id == null ? 1 : 0}',
  });
});

// the id is unknown while the role is replaced under its old name, so its policies come along
test('everything is attached to the role itself, not to its name as given', () => {
  const attachments = blockAt(main, 'resource', 'aws_iam_role_policy_attachment');
  const role = { role: '${aws_iam_role.this.id}' };

  expect(attachments).toMatchObject({ additional: role, managed: role, s3: role });
  expect(blockAt(main, 'resource', 'aws_iam_role_policy', 'inline')).toMatchObject(role);
});

test('the S3 policy says what it is for', () => {
  expect(blockAt(main, 'resource', 'aws_iam_policy', 's3', 'description')).toBe(
    'S3 buckets that Systems Manager reads and writes on hybrid nodes.',
  );
});

describe('in an app', () => {
  test('the construct is made with literals, and its addresses bear its id', () => {
    const configuration = emittedStack(newFolder(), (stack) => {
      new HybridServiceRole(stack, 'ssm', { roleName: 'Nodes', partition: 'aws' });
    });

    expect(blockAt(configuration, 'resource', 'aws_iam_role', 'ssm')).toMatchObject({
      name: '${local.ssm_input_role_name}',
    });
    expect(configuration.locals).toMatchObject({
      ssm_input_role_name: 'Nodes',
      ssm_input_partition: 'aws',
    });
  });

  test.each([
    [{ roleName: 'a'.repeat(65) }, '[RoleName]'],
    [{ regions: ['us-east-9'] }, '[AgentBucketRegion]'],
    [{ trustedServices: ['ssm.amazonaws.com'] }, '[UnguardedTrust]'],
    [{ path: '/a*b/', regions: ['us-east-2'] }, '[PolicyPath]'],
  ])('a mistake in %j is refused', (props, code) => {
    expect(() =>
      emittedStack(newFolder(), (stack) => new HybridServiceRole(stack, 'ssm', props)),
    ).toThrow(code);
  });
});
