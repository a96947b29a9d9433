import { MODULE, nameIn } from '../../publisher/names';
import { publicationOf } from '../../generator/publication';

test('the module is named as its documents name it', () => {
  expect(publicationOf('1.2.3').registry).toBe(`NAMESPACE/${MODULE.name}/${MODULE.system}`);
});

test.each(['acme', 'Acme_1', 'a.b-c', '_private', '4'])('%j is a name', (name) => {
  expect(nameIn('--namespace', name)).toBe(name);
});

test.each(['', '.', '..', '-x', 'a/b', 'a b', 'a?b', 'a#b', 'a%2fb', 'ä', 'a\n'])(
  '%j is none',
  (name) => {
    expect(() => nameIn('--namespace', name)).toThrow(/^--namespace must be .* \[Name\]$/s);
  },
);
