import { UserAccess } from '../../modules/user-access/construct';
import { own } from '../../modules/user-access/grants';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

test.each([
  [{ access: 'all' }, '[Access]'],
  [{ passRoleArns: ['*'] }, '[RoleArn]'],
  [{ users: ['a b'] }, '[UserName]'],
  [{ path: '/a!/' }, '[Path]'],
  [{ partition: 'aws-cn', passRoleArns: ['arn:aws:iam::123456789012:role/A'] }, '[ArnPartition]'],
])('a mistake in %j is refused in an app', (props, code) => {
  expect(() =>
    emittedStack(newFolder(), (stack) => new UserAccess(stack, 'people', props)),
  ).toThrow(code);
});

test('null is no default', () => {
  const { locals } = emittedStack(newFolder(), (stack) => {
    new UserAccess(stack, 'a', { access: null });
    new UserAccess(stack, 'b');
  });

  expect(locals).toMatchObject({ a_input_access: null, b_input_access: 'read-only' });
});

describe('those who look', () => {
  const patterns = own
    .flatMap(({ actions }) => actions)
    .map(({ text }) => new RegExp(`^${text.replace('*', '.*')}$`));
  const mayDo = (action: string): boolean => patterns.some((pattern) => pattern.test(action));

  test.each([
    'ssm:GetParameter',
    'ssm:GetParameters',
    'ssm:GetParametersByPath',
    'ssm:GetParameterHistory',
    'ssm:GetAccessToken',
    'ssm:SendCommand',
    'ssm:StartSession',
    'ec2:DescribeVpcs',
  ])('may not do %s', (action) => {
    expect(mayDo(action)).toBe(false);
  });

  test.each([
    'ssm:DescribeParameters',
    'ssm:GetCommandInvocation',
    'ssm:GetConnectionStatus',
    'ssm:GetDocument',
    'ssm:GetServiceSetting',
    'ssm:ListNodes',
    'ec2:DescribeInstances',
  ])('may do %s', (action) => {
    expect(mayDo(action)).toBe(true);
  });
});
