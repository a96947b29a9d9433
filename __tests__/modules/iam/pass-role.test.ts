import { Construct } from 'constructs';
import { expr } from '../../../generator/expression';
import { passRoleStatement, serviceName } from '../../../modules/iam/pass-role';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

describe('a service', () => {
  test.each([
    'ec2.amazonaws.com',
    'ec2.amazonaws.com.cn',
    'states.us-east-2.amazonaws.com',
    'elasticmapreduce.amazonaws.com',
  ])('may be %s', (service) => {
    expect(serviceName.accepts(service)).toBe(true);
  });

  test.each([
    '',
    '*',
    'ec2',
    'ec2.amazonaws.com.uk',
    'EC2.amazonaws.com',
    '.amazonaws.com',
    '*.amazonaws.com',
    'ec2.amazonaws.com ',
    'ec2xamazonaws.com',
    'https://ec2.amazonaws.com',
  ])('may not be "%s"', (service) => {
    expect(serviceName.accepts(service)).toBe(false);
  });

  test('is tested the same way in a plan', () => {
    expect(serviceName.code).toBe('ServiceName');
    expect(serviceName.condition('x')).toBe(
      String.raw`can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?$", x))`,
    );
  });
});

test('passing a role is bound to services, and to both names of EC2 in China', () => {
  let address: unknown;
  const { locals } = emittedStack(newFolder(), (stack) => {
    const module = new Construct(stack, 'Default');
    address = passRoleStatement(
      module,
      'pass',
      expr`var.roles`,
      expr`var.services`,
      expr`local.partition`,
    );
  });

  expect(locals).toEqual({
    pass: {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: '${var.roles}',
      Condition: {
        StringEquals: {
          'iam:PassedToService':
            '${concat(sort(var.services), local.partition == "aws-cn" && contains(var.services, "ec2.amazonaws.com") ? ["ec2.amazonaws.com.cn"] : [])}',
        },
      },
    },
    pass_as_asked:
      '${{ for key, value in local.pass : key => value if key != "Condition" || length(var.services) > 0 }}',
  });
  expect(address).toEqual(expr`local.pass_as_asked`);
});
