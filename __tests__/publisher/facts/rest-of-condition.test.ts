import { readEmitted } from '../../../publisher/facts/emitted-module';
import { restOf } from '../../../publisher/facts/rest-of-condition';
import type { Contract } from '../../../contract/contract';
import { generatedFiles } from '../../fixtures/contracts';

test.each([
  ['length(x) <= 5', { longest: 5 }, 'length(x) < <longest>'],
  ['length(x) < 6', { most: 5 }, 'length(x) < <most>'],
  ['x >= 2 && x <= 5', { shortest: 2, longest: 5 }, 'x > <shortest> && x < <longest>'],
  ['x > 1 && f("x >= 2")', { shortest: 2 }, 'x > <shortest> && f("x >= 2")'],
  ['contains(["a"], x)', { one_of: ['a'] }, 'contains(<one_of>, x)'],
  ['length(x) <= 5', { longest: 6 }, undefined],
  ['!(length(x) <= 5)', { longest: 5 }, undefined],
])('%s with %j has the rest %s', (condition, limits, rest) => {
  expect(restOf(condition, limits)).toBe(rest);
});

const files = generatedFiles();
const limited = Object.keys(files).flatMap((path) => {
  const [, folder] = /^(modules\/[^/]+)\/interface\.json$/.exec(path) ?? [];
  if (folder === undefined) {
    return [];
  }
  const { inputs } = JSON.parse(files[path] ?? '') as Contract;
  const { validations } = readEmitted(files, folder);
  return inputs.flatMap(({ name, rules }) =>
    rules.flatMap(({ code, limits }) => {
      const test = validations.find((one) => one.place === name && one.code === code);
      return limits === undefined ? [] : [{ condition: test?.condition ?? '', limits }];
    }),
  );
});

test('the limits that a module tells stand in its conditions', () => {
  expect(limited.length).toBeGreaterThan(10);
  expect(
    limited.filter(({ condition, limits }) => restOf(condition, limits) === undefined),
  ).toEqual([]);
});
