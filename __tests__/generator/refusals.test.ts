import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { declareRefusal, refusalsOf } from '../../generator/refusals';

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
