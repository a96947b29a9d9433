import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { Reference, expr } from '../../generator/expression';
import type { Input, References } from '../../generator/inputs';
import type { Requirement } from '../../generator/requirements';
import { precondition, told, unmet } from '../../generator/requirements';

type Sizes = Record<'minSize' | 'maxSize', Input<number>>;

const ordered: Requirement<Sizes> = {
  code: 'Ordered',
  about: ['minSize', 'maxSize'],
  must: (name) => `${name('minSize')} must not exceed ${name('maxSize')}`,
  remedy: () => 'swap them',
  refused: { minSize: 2, maxSize: 1 },
  accepts: ({ minSize, maxSize }) => Number(minSize) <= Number(maxSize),
  condition: (ref) => expr`${ref.minSize} <= ${ref.maxSize}`,
};

const check = (values: Record<'minSize' | 'maxSize', unknown>) =>
  unmet([ordered] as readonly Requirement<never>[], values);

describe('among literal props', () => {
  test('a requirement that is met says nothing', () => {
    expect(check({ minSize: 1, maxSize: 1 })).toEqual([]);
  });

  test('a requirement that is broken names every prop as it was typed', () => {
    expect(check({ minSize: 2, maxSize: 1 })).toEqual([
      {
        code: 'Ordered',
        message: 'minSize must not exceed maxSize; swap them',
      },
    ]);
  });

  test('every broken requirement is told', () => {
    const twice = [ordered, { ...ordered, code: 'Again' }] as readonly Requirement<never>[];

    expect(unmet(twice, { minSize: 2, maxSize: 1 }).map(({ code }) => code)).toEqual([
      'Ordered',
      'Again',
    ]);
  });

  const variable = new TerraformVariable(new TerraformStack(new App(), 'stack'), 'size', {});
  test.each([
    ['a token', variable.numberValue],
    ['a variable of a module', new Reference('min_size', 'var.min_size')],
    ['a list that holds a token', [variable.stringValue]],
  ])('a requirement waits for Terraform when it looks at %s', (_, minSize) => {
    expect(check({ minSize, maxSize: 0 })).toEqual([]);
  });

  test('a token in another prop does not hold a requirement back', () => {
    const values = { minSize: 2, maxSize: 1, other: variable.stringValue };

    expect(check(values)).toHaveLength(1);
  });
});

test('to those who read of it, a requirement is told in the words of Terraform', () => {
  expect(told(ordered)).toEqual({
    code: 'Ordered',
    inputs: ['min_size', 'max_size'],
    must: 'min_size must not exceed max_size',
    remedy: 'swap them',
  });
});

describe('a requirement is a precondition', () => {
  const variables: References<Sizes> = {
    minSize: new Reference('min_size', 'var.min_size'),
    maxSize: new Reference('max_size', 'var.max_size'),
  };

  test('that names variables where it looks at these', () => {
    expect(precondition(ordered, variables)).toEqual({
      condition: expr`var.min_size <= var.max_size`,
      errorMessage: 'min_size must not exceed max_size; swap them [Ordered]',
    });
  });

  test('that names props where it looks at these', () => {
    const maxSize = new Reference<number>('maxSize', 'local.max');

    expect(precondition(ordered, { ...variables, maxSize })).toEqual({
      condition: expr`var.min_size <= local.max`,
      errorMessage: 'min_size must not exceed maxSize; swap them [Ordered]',
    });
  });
});
