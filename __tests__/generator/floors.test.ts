import { terraformBlock, versionFloors } from '../../generator/floors';
import type { TerraformJson } from '../../generator/terraform-json';
import { exampleModule } from '../fixtures/example-module';

const local = (expression: string): TerraformJson => ({ locals: { x: `\${${expression}}` } });
const variable = (declared: object): TerraformJson => ({ variable: { x: { ...declared } } });

describe('the floor of Terraform', () => {
  test.each<[string, string, TerraformJson]>([
    ['1.0.0', 'the Terraform 1.x language', {}],
    ['1.0.0', 'the Terraform 1.x language', local('one(var.x)')],
    ['1.1.0', '`nullable` variables', variable({ nullable: false })],
    [
      '1.2.0',
      'validation messages that show the value',
      variable({ validation: [{ condition: 'x', error_message: 'y' }] }),
    ],
    [
      '1.2.0',
      'preconditions',
      { resource: { a: { b: { lifecycle: { precondition: [{ condition: 'x' }] } } } } },
    ],
    ['1.3.0', 'functions startswith and endswith', local('startswith("a", "b")')],
    ['1.3.0', 'functions startswith and endswith', local('endswith("a", "b")')],
    [
      '1.3.0',
      'optional object attributes with defaults',
      variable({ type: 'object({ a = optional(string) })' }),
    ],
    ['1.5.0', 'function strcontains', local('strcontains("a", "b")')],
    ['1.5.0', '`check` blocks', { check: { x: { assert: [] } } }],
    ['1.8.0', 'function issensitive', local('issensitive(var.x)')],
    ['1.9.0', 'function templatestring', local('templatestring(local.x, {})')],
  ])('is %s for %s', (version, feature, configuration) => {
    const floors = versionFloors(configuration, exampleModule);

    expect(floors.terraform).toEqual({ version, needed_for: feature });
  });

  test('is set by the newest feature', () => {
    const configuration = { ...local('endswith("a", "b")'), ...variable({ nullable: true }) };

    expect(versionFloors({ ...configuration, check: {} }, exampleModule).terraform.version).toBe(
      '1.5.0',
    );
    expect(versionFloors(configuration, exampleModule).terraform.version).toBe('1.3.0');
  });

  test('is not raised by a word that only looks like a function', () => {
    expect(versionFloors(local('var.endswith'), exampleModule).terraform.version).toBe('1.0.0');
    expect(versionFloors(local('myendswith(x)'), exampleModule).terraform.version).toBe('1.0.0');
  });

  test('is not raised to that of validations by the message of a check', () => {
    const configuration = { check: { x: { assert: [{ condition: 'x', error_message: 'y' }] } } };

    expect(versionFloors(configuration, exampleModule).terraform.needed_for).toBe('`check` blocks');
  });
});

describe('the floor of the provider', () => {
  test.each<[string, string, TerraformJson]>([
    ['1.0.0', 'plugin protocol 5', {}],
    ['1.0.0', 'plugin protocol 5', { data: { example_thing: { a: { labels: 'x' } } } }],
    ['1.9.0', 'example_thing', { resource: { example_thing: { a: {} } } }],
    [
      '1.10.0',
      'example_thing.labels',
      { resource: { example_thing: { a: {}, b: { labels: 'x' } } } },
    ],
    [
      '3.0.0',
      'example_thing.colour',
      { resource: { example_thing: { a: { colour: 'x', labels: 'x' } } } },
    ],
  ])('is %s for %s', (version, feature, configuration) => {
    const floors = versionFloors(configuration, exampleModule);

    expect(floors.providers).toEqual({
      example: { source: 'acme/example', version, needed_for: feature },
    });
    expect(terraformBlock(floors)).toEqual({
      required_version: `>= ${floors.terraform.version}`,
      required_providers: { example: { source: 'acme/example', version: `>= ${version}` } },
    });
  });
});

describe('what a called module needs', () => {
  const low = versionFloors({}, exampleModule);
  const high = versionFloors(
    { check: {}, resource: { example_thing: { a: { colour: 'x' } } } },
    exampleModule,
  );

  test('is needed by its caller', () => {
    expect(versionFloors({}, exampleModule, [low, high, low])).toEqual(high);
  });

  test('does not lower what the caller needs itself', () => {
    const own = versionFloors(local('templatestring(local.x, {})'), exampleModule, [high]);

    expect(own.terraform.version).toBe('1.9.0');
    expect(own.providers).toEqual(high.providers);
  });
});
