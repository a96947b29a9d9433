import type { Contract } from '../../../contract/contract';
import type { Limits } from '../../../contract/module';
import { readEmitted } from '../../../publisher/facts/emitted-module';
import { isLooser, withLimits } from '../../../publisher/facts/looser-limits';
import { generatedFiles } from '../../fixtures/contracts';

const short: Limits = { pattern: '^a+$', shortest: 2, longest: 8 };

test.each<[string, Limits, Limits]>([
  ['a longer list', { one_of: ['a', 'b'] }, { one_of: ['b', 'c', 'a'] }],
  ['more elements', { most: 8 }, { most: 9 }],
  ['more characters', short, { ...short, longest: 9 }],
  ['fewer characters', short, { ...short, shortest: 1 }],
  ['more where null is taken', { most: 8, absent: true }, { most: 9, absent: true }],
])('%s is looser, and not the other way round', (_, before, after) => {
  expect(isLooser(before, after)).toBe(true);
  expect(isLooser(after, before)).toBe(false);
});

test.each<[string, Limits, Limits]>([
  ['the same', short, short],
  ['another pattern', short, { ...short, pattern: '^[ab]+$', longest: 9 }],
  ['other nulls', { most: 8, absent: true }, { most: 9, absent: false }],
  ['longer at both ends', short, { ...short, shortest: 3, longest: 9 }],
  ['another list', { one_of: ['a', 'b'] }, { one_of: ['b', 'c'] }],
  ['a limit of another kind', { most: 8 }, { longest: 9 }],
  ['no list any more', { one_of: ['a'], most: 8 }, { most: 8 }],
  // what is left of the condition is another one then
  ['no shortest', short, { pattern: '^a+$', longest: 8 }],
  ['no longest', short, { pattern: '^a+$', shortest: 2 }],
])('%s is not', (_, before, after) => {
  expect(isLooser(before, after)).toBe(false);
});

const files = generatedFiles();
const rules = Object.keys(files).flatMap((path) => {
  const [, folder] = /^(modules\/[^/]+)\/interface\.json$/.exec(path) ?? [];
  if (folder === undefined) {
    return [];
  }
  const { inputs } = JSON.parse(files[path] ?? '') as Contract;
  const { validations } = readEmitted(files, folder);
  return inputs.flatMap(({ name, rules: own }) =>
    own.flatMap(({ code, limits = {} }) => {
      const test = validations.find((one) => one.place === name && one.code === code);
      return Object.keys(limits).map((key) => ({ condition: test?.condition ?? '', limits, key }));
    }),
  );
});

test('the limits that a module tells stand in its conditions', () => {
  const told = rules.filter(({ key }) => ['one_of', 'shortest', 'longest', 'most'].includes(key));
  const lost = told.filter(({ condition, limits, key }) => {
    const wider = { ...limits, [key]: key === 'one_of' ? [] : 1_000_000 };
    return withLimits(condition, limits, wider) === condition;
  });

  expect(told.length).toBeGreaterThan(10);
  expect(lost).toEqual([]);
});
