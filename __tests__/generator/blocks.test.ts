import { Construct } from 'constructs';
import { IamRole } from '../../aws-bindings';
import { carry, demand, demandsOf, local, warnUnless } from '../../generator/blocks';
import { expr } from '../../generator/expression';
import { refusalsOf } from '../../generator/refusals';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

test('a warning is a check block named after its construct', () => {
  let refusals: unknown;
  const { check } = emittedStack(newFolder(), (stack) => {
    const module = new Construct(stack, 'Default');
    warnUnless(module, 'size', expr`var.size < 5`, 'a size of 5 is unwise', { size: 5 });
    warnUnless(new Construct(stack, 'second.one'), 'size', expr`true`, 'never', {});
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

test('a local has a readable address, and may have a comment where Terraform passes over it', () => {
  const addresses: unknown[] = [];
  const { locals } = emittedStack(newFolder(), (stack) => {
    const app = new Construct(stack, 'ssm');
    addresses.push(local(new Construct(stack, 'Default'), 'sizes', [1, 2]));
    addresses.push(local<number>(app, 'size', expr`var.size`, 'see https://example.com/a.b'));
  });

  expect(addresses).toEqual([expr`local.sizes`, expr`local.ssm_size`]);
  expect(locals).toEqual({
    '//': { ssm_size: 'see https://example.com/a.b' },
    sizes: [1, 2],
    ssm_size: '${var.size}',
  });
});

describe('what is demanded of inputs', () => {
  const demanded = { condition: '${var.a != null}', errorMessage: 'a must be given [A]' };

  test('is collected for the outputs of a module, in order', () => {
    const collected: unknown[] = [];
    const { resource } = emittedStack(newFolder(), (stack) => {
      const module = demandsOf(stack);
      const role = roleIn(new Construct(stack, 'Default'));
      carry(stack, role);
      demand(stack, demanded, { ...demanded, errorMessage: 'b' });
      collected.push(...module);
    });

    expect(collected).toEqual([demanded, { ...demanded, errorMessage: 'b' }]);
    expect(JSON.stringify(resource)).not.toContain('precondition');
  });

  test('stands on what carries it in an app, of the same construct and beside what is there', () => {
    const { resource } = emittedStack(newFolder(), (stack) => {
      const role = roleIn(stack);
      role.lifecycle = { ignoreChanges: ['tags'] };
      demand(stack, demanded);
      carry(stack, role);
      demand(stack, { ...demanded, errorMessage: 'b' });
      demand(new Construct(stack, 'other'), { ...demanded, errorMessage: 'c' });
    });

    const { condition } = demanded;
    expect(Object.values(resource?.aws_iam_role ?? {})[0]?.lifecycle).toEqual({
      ignore_changes: ['tags'],
      precondition: [
        { condition, error_message: 'a must be given [A]' },
        { condition, error_message: 'b' },
      ],
    });
  });
});

const roleIn = (scope: Construct): IamRole =>
  new IamRole(scope, 'role', { name: 'x', assumeRolePolicy: '{}' });
