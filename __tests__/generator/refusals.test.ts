import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { expr } from '../../generator/expression';
import { declareRefusal, refusalsOf, refusing } from '../../generator/refusals';

test('a stack knows its own examples, in the order of their declaration', () => {
  const app = new App();
  const [one, other] = [new TerraformStack(app, 'one'), new TerraformStack(app, 'other')];
  declareRefusal(new Construct(one, 'deep'), { failing: ['B'], inputs: { size: 1 } });
  declareRefusal(one, { failing: ['A', 'check.c'], inputs: {} });

  expect(refusalsOf(one)).toEqual([
    { failing: ['B'], inputs: { size: 1 } },
    { failing: ['A', 'check.c'], inputs: {} },
  ]);
  expect(refusalsOf(other)).toEqual([]);
});

test('a precondition has an example of what it refuses, and a code at its end', () => {
  const stack = new TerraformStack(new App(), 'stack');
  const condition = expr<boolean>`var.size < 5`;
  const precondition = refusing(
    new Construct(stack, 'ssm'),
    { failing: ['Size', 'check.size'], inputs: { size: 5 } },
    condition,
    'size must be below 5; make it smaller',
  );

  expect(precondition).toEqual({
    condition,
    errorMessage: 'size must be below 5; make it smaller [Size]',
  });
  expect(refusalsOf(stack)).toEqual([{ failing: ['Size', 'check.size'], inputs: { size: 5 } }]);
});
