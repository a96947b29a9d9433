import { unmet } from '../../generator/requirements';
import { HybridServiceRole } from '../../modules/hybrid-service-role/construct';
import { hybridServiceRole } from '../../modules/hybrid-service-role/module';
import { activationRoleName } from '../../modules/hybrid-service-role/requirements';
import {
  HYBRID_TRUST,
  HYBRID_TRUST_WITHOUT_CONDITION,
  inTheAccount,
} from '../fixtures/aws-documents';
import { blockAt, emittedModule } from '../fixtures/emitted-module';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

describe('construct', () => {
  const newFolder = temporaryFolders();
  const emitted = emittedModule(hybridServiceRole);
  const { main } = emitted;

  describe('the trust policy', () => {
    const statements = blockAt(main, 'locals', 'trust_statements') as object[];
    const [statement, plain] = statements;
    const SSM = { Principal: { Service: 'ssm.amazonaws.com' } };

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
      [{ regions: ['us-east-9'] }, '[AgentBucketRegion]'],
      [{ trustedServices: ['ssm.amazonaws.com'] }, '[UnguardedTrust]'],
      [{ path: '/a*b/' }, '[Path]'],
    ])('a mistake in %j is refused', (props, code) => {
      expect(() =>
        emittedStack(newFolder(), (stack) => new HybridServiceRole(stack, 'ssm', props)),
      ).toThrow(code);
    });
  });
});

describe('requirements', () => {
  test.each([
    ['a name of 64 characters', '/', 64, []],
    ['a path and a name of 64 characters together', '/service-role/', 51, []],
    ['one more', '/service-role/', 52, ['ActivationRoleName']],
  ])('an activation and %s', (_, path, length, expected) => {
    const values = { path, roleName: 'a'.repeat(length) };

    expect(unmet([activationRoleName], values).map(({ code }) => code)).toEqual(expected);
  });
});
