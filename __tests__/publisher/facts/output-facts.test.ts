import type { Output } from '../../../contract/module';
import { outputFindings } from '../../../publisher/facts/output-facts';

const output = (given: Partial<Output> = {}): Output => ({
  name: 'role_arn',
  description: 'The ARN.',
  ...given,
});

const of = (outputs: readonly Output[], value: unknown = '${a.b}') => ({
  outputs,
  values: Object.fromEntries(outputs.map(({ name }) => [name, value])),
});

test.each([
  ['the same', of([output()]), of([output({ description: 'Other words.' })]), []],
  ['removed', of([output()]), of([]), ['output-removed: major']],
  ['new', of([]), of([output()]), ['output-added: minor']],
  ['rewritten', of([output()]), of([output()], '${a.c}'), ['output-rewritten: minor']],
  [
    'renamed',
    of([output()]),
    of([output({ name: 'arn' })]),
    ['output-removed: major', 'output-added: minor'],
  ],
])('%s', (_, before, after, expected) => {
  expect(outputFindings(before, after).map(({ code, step }) => `${code}: ${step}`)).toEqual(
    expected,
  );
});
