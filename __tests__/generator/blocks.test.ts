import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { explainLocal, guardOutput, warnUnless } from '../../generator/blocks';
import { refusalsOf } from '../../generator/refusals';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

test('a warning is a check block named after its construct', () => {
  let refusals: unknown;
  const { check } = emittedStack(newFolder(), (stack) => {
    const module = new Construct(stack, 'Default');
    warnUnless(module, 'size', 'var.size < 5', 'a size of 5 is unwise', { size: 5 });
    warnUnless(new Construct(stack, 'second.one'), 'size', 'true', 'never', {});
    refusals = refusalsOf(stack);
  });

  expect(check).toEqual({
    size: { assert: [{ condition: '${var.size < 5}', error_message: 'a size of 5 is unwise' }] },
    second_one_size: { assert: [{ condition: '${true}', error_message: 'never' }] },
  });
  expect(refusals).toEqual([
    { failing: ['check.size'], inputs: { size: 5 } },
    { failing: ['check.second_one_size'], inputs: {} },
  ]);
});

test('a comment stands under the key that Terraform passes over', () => {
  const { locals } = emittedStack(newFolder(), (stack) => {
    explainLocal(new Construct(stack, 'Default'), 'buckets', 'as of today');
    explainLocal(new Construct(stack, 'ssm'), 'buckets', 'as of today: https://example.com/a.b');
  });

  expect(locals).toEqual({
    '//': { buckets: 'as of today', ssm_buckets: 'as of today: https://example.com/a.b' },
  });
});

test('an output keeps its value and gets a precondition', () => {
  const { output } = emittedStack(newFolder(), (stack) => {
    new TerraformOutput(stack, 'sum', { value: 'x' });
    guardOutput(new Construct(stack, 'Default'), 'sum', {
      condition: '${var.a != null}',
      errorMessage: 'a must be given [A]',
    });
  });

  expect(output).toEqual({
    sum: {
      value: 'x',
      precondition: [{ condition: '${var.a != null}', error_message: 'a must be given [A]' }],
    },
  });
});
