import { addressFindings, movesSeenFrom } from '../../../publisher/facts/address-facts';
import type { Addresses } from '../../../publisher/facts/address-facts';
import { readEmitted } from '../../../publisher/facts/emitted-module';
import type { Move, Repetition } from '../../../publisher/facts/emitted-module';

const at = (
  addresses: readonly string[],
  moves: readonly Move[] = [],
  repetitions: readonly Repetition[] = [],
): Addresses => ({ addresses, moves, repetitions });

const move = (from: string, to: string): Move => ({ from, to });
const each = (name: string, expression = '"${a}"'): Repetition => ({
  name,
  by: 'for_each',
  expression,
});
const counted = (name: string, expression = '1'): Repetition => ({ name, by: 'count', expression });
const once = (name: string): Repetition => ({ name, by: 'once', expression: '' });

const found = (before: Addresses, after: Addresses): string[] =>
  addressFindings(before, after).map(({ code, subject, step }) => `${code} ${subject}: ${step}`);

test.each([
  ['the same', at(['a.x']), at(['a.x']), []],
  ['new', at([]), at(['a.x']), ['address-added a.x: minor']],
  ['gone', at(['a.x']), at([]), ['address-removed a.x: major']],
  ['renamed', at(['a.x']), at(['a.y']), ['address-removed a.x: major', 'address-added a.y: minor']],
  ['a data source gone', at(['data.a.x']), at([]), ['data-removed data.a.x: patch']],
  [
    'that of a called module',
    at(['module.call.data.a.x']),
    at([]),
    ['data-removed module.call.data.a.x: patch'],
  ],
  [
    'a resource of a called module named data',
    at(['module.data.a.x']),
    at([]),
    ['address-removed module.data.a.x: major'],
  ],
  ['moved', at(['a.x']), at(['a.y'], [move('a.x', 'a.y')]), ['address-moved a.x: minor']],
  [
    'moved twice',
    at(['a.x']),
    at(['a.z'], [move('a.x', 'a.y'), move('a.y', 'a.z')]),
    ['address-moved a.x: minor'],
  ],
  [
    'moved to a key',
    at(['a.x']),
    at(['a.y'], [move('a.x', 'a.y["k"]')]),
    ['address-moved a.x: minor'],
  ],
  ['moved to nowhere', at(['a.x']), at([], [move('a.x', 'a.y')]), ['address-removed a.x: major']],
  [
    'moved to where something is',
    at(['a.x', 'a.y']),
    at(['a.y'], [move('a.x', 'a.y')]),
    ['address-removed a.x: major'],
  ],
  [
    'two moved to one',
    at(['a.x', 'a.y']),
    at(['a.z'], [move('a.x', 'a.z'), move('a.y', 'a.z')]),
    ['address-removed a.x: major', 'address-removed a.y: major', 'address-added a.z: minor'],
  ],
  [
    'moved to another type',
    at(['a.x']),
    at(['b.x'], [move('a.x', 'b.x')]),
    ['address-removed a.x: major', 'address-added b.x: minor'],
  ],
  [
    'moved in a circle',
    at(['a.x']),
    at([], [move('a.x', 'a.y'), move('a.y', 'a.x')]),
    ['address-removed a.x: major'],
  ],
  [
    'a module call moved with what is in it',
    at(['module.m', 'module.m.a.x']),
    at(['module.n', 'module.n.a.x'], [move('module.m', 'module.n')]),
    ['address-moved module.m: minor', 'address-moved module.m.a.x: minor'],
  ],
  [
    'a move that is gone',
    at(['a.y'], [move('a.x', 'a.y')]),
    at(['a.y']),
    ['move-removed a.x: major'],
  ],
  ['a move that stays', at(['a.y'], [move('a.x', 'a.y')]), at(['a.y'], [move('a.x', 'a.y')]), []],
  ...[move('a.x', 'a.z'), move('a.w', 'a.y')].map(
    (other): [string, Addresses, Addresses, string[]] => [
      'another move',
      at(['a.y'], [move('a.x', 'a.y')]),
      at(['a.y'], [other]),
      ['move-removed a.x: major'],
    ],
  ),
  ['gone, with its keys', at(['a.x'], [], [each('a.x')]), at([]), ['address-removed a.x: major']],
  [
    'count for for_each',
    at(['a.x'], [], [counted('a.x')]),
    at(['a.x'], [], [each('a.x')]),
    ['instances-rekeyed a.x: major'],
  ],
  [
    'one for for_each',
    at(['a.x'], [], [once('a.x')]),
    at(['a.x'], [], [each('a.x')]),
    ['instances-rekeyed a.x: major'],
  ],
  [
    'one for for_each, moved',
    at(['a.x'], [], [once('a.x')]),
    at(['a.x'], [move('a.x', 'a.x["k"]')], [each('a.x')]),
    ['instances-changed a.x: minor'],
  ],
  [
    'for_each for one, moved',
    at(['a.x'], [], [each('a.x')]),
    at(['a.x'], [move('a.x["k"]', 'a.x')], [once('a.x')]),
    ['instances-changed a.x: minor'],
  ],
  [
    'one for for_each, beside another that is moved',
    at(['a.x', 'a.y'], [], [once('a.x'), each('a.y')]),
    at(['a.x', 'a.y'], [move('a.y', 'a.y["k"]')], [each('a.x'), each('a.y')]),
    ['instances-rekeyed a.x: major'],
  ],
  [
    'one for for_each, moved to a name without a key',
    at(['a.x'], [], [once('a.x')]),
    at(['a.y'], [move('a.x', 'a.y')], [each('a.y')]),
    ['address-moved a.x: minor', 'instances-rekeyed a.x: major'],
  ],
  [
    'one for count, which Terraform moves itself',
    at(['a.x'], [], [once('a.x')]),
    at(['a.x'], [], [counted('a.x')]),
    ['instances-changed a.x: minor'],
  ],
  [
    'other keys, perhaps',
    at(['a.x'], [], [each('a.x', '"${a}"')]),
    at(['a.x'], [], [each('a.x', '"${b}"')]),
    ['instances-changed a.x: minor'],
  ],
])('%s', (_, before, after, expected) => {
  expect(found(before, after)).toEqual(expected);
});

test('a reviewer sees what it was and what it is', () => {
  const kept = ['role.keyed', 'role.counted'];
  const before = at(
    ['role.gone', 'role.old', 'data.page.read', ...kept],
    [move('role.older', 'role.old')],
    [counted('role.keyed'), once('role.counted')],
  );
  const after = at(
    ['role.new', 'role.more', ...kept],
    [move('role.old', 'role.new')],
    [each('role.keyed'), counted('role.counted')],
  );

  expect(
    addressFindings(before, after).map(({ text, before: was, after: is }) => [text, was, is]),
  ).toEqual([
    ['`role.gone` is gone without a move; a plan destroys it', 'role.gone', null],
    ['`role.old` is `role.new` now', 'role.old', 'role.new'],
    ['`data.page.read` is not read any more', 'data.page.read', null],
    ['`role.more` is new; a plan may show it', null, 'role.more'],
    ['`role.keyed` has other keys; a plan replaces it', 'count = 1', 'for_each = "${a}"'],
    ['`role.counted` may be there more or less often', 'once', 'count = 1'],
    [
      '`role.older` is not moved any more; who comes from an older release loses it',
      'role.older -> role.old',
      null,
    ],
  ]);
});

test('moves in a called module count for the module that calls it', () => {
  const files = {
    'main.tf.json': JSON.stringify({
      module: { call: { source: './modules/m' }, theirs: { source: 'x/modules/m' } },
    }),
    'modules/m/main.tf.json': JSON.stringify({
      moved: [{ from: 'a.x', to: 'a.y' }],
      module: { inner: { source: './n' } },
    }),
    'modules/m/n/main.tf.json': JSON.stringify({ moved: [{ from: 'b.x', to: 'b.y' }] }),
  };
  const read = (folder: string) => readEmitted(files, folder);

  expect(movesSeenFrom(read(''), '', read)).toEqual([
    move('module.call.a.x', 'module.call.a.y'),
    move('module.call.module.inner.b.x', 'module.call.module.inner.b.y'),
  ]);
});
