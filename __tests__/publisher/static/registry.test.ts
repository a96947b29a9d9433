import { FILE, pathOf, registryOf, versionsPath } from '../../../publisher/static/registry';

test('a registry at the root of its host', () => {
  const registry = registryOf('https://modules.example.com', 'acme');

  expect(registry).toEqual({
    url: 'https://modules.example.com',
    host: 'modules.example.com',
    base: '',
    namespace: 'acme',
    source: 'modules.example.com/acme/ssm-iam/aws',
    module: 'v1/modules/acme/ssm-iam/aws',
  });
  expect(versionsPath(registry)).toBe('v1/modules/acme/ssm-iam/aws/versions');
  expect(pathOf(registry, '1.2.3', FILE.archive)).toBe(
    'v1/modules/acme/ssm-iam/aws/1.2.3/module.tar.gz',
  );
});

test('a registry below a path, on a port', () => {
  expect(registryOf('https://modules.example.com:8443/infra/tf/', 'a_b-c')).toMatchObject({
    url: 'https://modules.example.com:8443/infra/tf',
    host: 'modules.example.com:8443',
    base: '/infra/tf',
    source: 'modules.example.com:8443/a_b-c/ssm-iam/aws',
  });
});

test('a usual port and capitals in the host make no other registry', () => {
  expect(registryOf('https://Modules.Example.com:443/', 'acme')).toEqual(
    registryOf('https://modules.example.com', 'acme'),
  );
});

test.each([
  ['https://localhost:8443', 'Address'],
  ['https://modules.example.com/?a=b', 'Address'],
  ['https://modules.example.com/#a', 'Address'],
  ['https://modules.example.com/a//b', 'Address'],
  ['https://modules.example.com/a*', 'Address'],
  ['https://modules.example.com/a%20b', 'Address'],
  ['https://modules.example.com/.hidden', 'Address'],
  ['https://modules.example.com/:version', 'Address'],
  ['modules.example.com', 'Address'],
  ['http://modules.example.com', 'PlainHttp'],
])('%s is refused', (address, code) => {
  expect(() => registryOf(address, 'acme')).toThrow(expect.objectContaining({ code }) as Error);
});

test('a password is not shown', () => {
  expect(() => registryOf('https://me:secret@localhost/', 'acme')).toThrow(/^(?!.*secret)/);
});

test.each(['a', 'A1', 'a-b_c', 'a'.repeat(64)])('the namespace %s is taken', (namespace) => {
  expect(registryOf('https://modules.example.com', namespace).namespace).toBe(namespace);
});

test.each(['', '-a', 'a-', '_a', 'a.b', 'a/b', '../a', 'a'.repeat(65)])(
  'the namespace "%s" is refused',
  (namespace) => {
    expect(() => registryOf('https://modules.example.com', namespace)).toThrow(
      expect.objectContaining({ code: 'Namespace' }) as Error,
    );
  },
);
