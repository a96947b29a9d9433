import { App, TerraformDataSource, TerraformLocal, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { address, nameWithin } from '../../generator/address';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const newStack = (): TerraformStack => new TerraformStack(new App(), 'stack');

function thing(scope: Construct, id: string): TerraformResource {
  return new TerraformResource(scope, id, { terraformResourceType: 'example_thing' });
}

describe('the name of a block', () => {
  test.each([
    ['is its id in a module', ['Default'], 'role', 'example_thing.role'],
    ['begins with the construct in an app', ['ssm'], 'role', 'example_thing.ssm_role'],
    ['holds every construct on the way', ['net', 'ssm'], 'role', 'example_thing.net_ssm_role'],
    ['leaves out the silent ids', ['ssm', 'Resource'], 'this', 'example_thing.ssm'],
    ['is the silent id where nothing else is said', ['Default'], 'this', 'example_thing.this'],
    ['has no odd characters', ['a.b:c'], 'ü', 'example_thing.a_b_c__'],
    ['keeps hyphens', ['my-ssm'], 'role', 'example_thing.my-ssm_role'],
    ['does not begin with a digit', [], '1st', 'example_thing._1st'],
    ['does not begin with a hyphen', [], '-a', 'example_thing._-a'],
  ])('%s', (_, scopes, id, expected) => {
    const parent = scopes.reduce<Construct>(
      (scope, name) => new Construct(scope, name),
      newStack(),
    );

    expect(address(thing(parent, id)).expression).toBe(expected);
  });

  test('may differ from the id of the element', () => {
    expect(
      address(thing(new Construct(newStack(), 'ssm'), 'role_attachment'), 'role').expression,
    ).toBe('example_thing.ssm_role');
  });

  test('is the one that is emitted, without a hash', () => {
    const { resource } = emittedStack(newFolder(), (stack) => {
      address(thing(new Construct(new Construct(stack, 'net'), 'ssm'), 'role'));
    });

    expect(Object.keys(resource?.example_thing ?? {})).toEqual(['net_ssm_role']);
  });

  test('is told without a block for what belongs to a construct', () => {
    const stack = newStack();

    expect(nameWithin(new Construct(stack, 'Default'), 'core_policy')).toBe('core_policy');
    expect(nameWithin(new Construct(stack, 'a b'), 'core_policy')).toBe('a_b_core_policy');
  });
});

describe('the address of a block', () => {
  test('says what kind of block it is', () => {
    const stack = newStack();
    const source = new TerraformDataSource(stack, 'account', {
      terraformResourceType: 'example_account',
    });

    expect(address(source).expression).toBe('data.example_account.account');
    expect(address(new TerraformLocal(stack, 'names', [])).expression).toBe('local.names');
  });

  test('may be shared by blocks of two types', () => {
    const stack = newStack();
    address(thing(stack, 'one'), 'name');
    const other = new TerraformResource(stack, 'two', { terraformResourceType: 'example_other' });

    expect(address(other, 'name').expression).toBe('example_other.name');
    expect(address(new TerraformLocal(stack, 'three', 1), 'name').expression).toBe('local.name');
  });

  test('may be the same in two stacks', () => {
    address(thing(newStack(), 'role'));

    expect(address(thing(newStack(), 'role')).expression).toBe('example_thing.role');
  });

  test('is refused when another block has it', () => {
    const stack = newStack();
    address(thing(new Construct(stack, 'a.b'), 'role'));

    expect(() => address(thing(new Construct(stack, 'a_b'), 'role'))).toThrow(
      'stack/a_b/role: example_thing.a_b_role is already defined at stack/a.b/role; give one of them another construct id [AddressTaken]',
    );
  });
});
