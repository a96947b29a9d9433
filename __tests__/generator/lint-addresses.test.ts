import { TerraformDataSource, TerraformResource, TerraformStack } from 'cdktf';
import { Construct, RootConstruct } from 'constructs';
import { duplicateAddresses } from '../../generator/lint-addresses';

describe('an address', () => {
  const newStack = (): TerraformStack => new TerraformStack(new RootConstruct(), 'stack');
  const thing = (scope: Construct, id: string): TerraformResource =>
    new TerraformResource(scope, id, { terraformResourceType: 'example_thing' });

  test('that two elements have is refused, before one swallows the other', () => {
    const stack = newStack();
    thing(new Construct(stack, 'a'), 'role').overrideLogicalId('role');
    thing(new Construct(stack, 'b'), 'role').overrideLogicalId('role');

    expect(duplicateAddresses(stack)).toEqual([
      {
        code: 'AddressTaken',
        message:
          'example_thing.role is defined at stack/a/role and at stack/b/role; give one of them another construct id',
      },
    ]);
  });

  test('may be shared by elements of two kinds', () => {
    const stack = newStack();
    thing(stack, 'a').overrideLogicalId('role');
    new TerraformDataSource(stack, 'b', {
      terraformResourceType: 'example_thing',
    }).overrideLogicalId('role');
    thing(stack, 'c').overrideLogicalId('other');

    expect(duplicateAddresses(stack)).toEqual([]);
  });
});
