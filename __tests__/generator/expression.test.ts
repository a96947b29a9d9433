import { App, TerraformOutput, TerraformResource, TerraformStack } from 'cdktf';
import type { IamRole } from '../../aws-bindings';
import { Expr, Reference, countIf, expr, listed, literal, text } from '../../generator/expression';
import { emittedStack, readStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const name = new Reference<string>('roleName', 'var.role_name');
const role = new Expr<IamRole>('aws_iam_role.this');

describe('an expression', () => {
  test('is made of words of Terraform and other expressions, on one line', () => {
    const condition = expr<boolean>`length(${name}) <= ${64}
      && can(regex("\\w", ${name}))`;

    expect(condition.expression).toBe(
      String.raw`length(var.role_name) <= 64 && can(regex("\\w", var.role_name))`,
    );
  });

  test('takes no bare text, which could be anything', () => {
    // @ts-expect-error it is no expression
    const wrong = (): unknown => expr`length(${'var.role_name'})`;

    expect(wrong).toBeDefined();
  });

  test('of one type is none of another', () => {
    // @ts-expect-error a text is no number
    const wrong = (): number => name.asNumber();
    // @ts-expect-error an expression is no text
    const bare: string = name;
    // @ts-expect-error a role has no such attribute
    const missing = (): unknown => role.attr('colour');

    expect([wrong, bare, missing]).toHaveLength(3);
  });

  test('has the attributes of its type, in the words of Terraform', () => {
    expect(role.attr('uniqueId')).toEqual(expr`aws_iam_role.this.unique_id`);
  });
});

test.each<[unknown, string]>([
  ['${a} "b"', '"$${a} \\"b\\""'],
  [['a'], '["a"]'],
  [5, '5'],
])('a literal is written as Terraform reads it: %j', (value, expected) => {
  expect(literal(value).expression).toBe(expected);
});

test('a text holds expressions, and other texts as a part of it', () => {
  const arn = text`arn:${expr`local.partition`}:iam`;

  expect(text`${arn}::${name}`).toEqual(
    new Expr(
      '"arn:${local.partition}:iam::${var.role_name}"',
      'arn:${local.partition}:iam::${var.role_name}',
    ),
  );
});

test.each([
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j are listed as %s', (names, expected) => {
  expect(listed(names.map((one) => new Reference(one, 'x')))).toBe(expected);
});

test('a list may name a choice', () => {
  expect(listed([name, new Reference('path', 'x')], 'or')).toBe('roleName or path');
});

/** The arguments of a block as CDKTF writes them. */
function emitted(values: (stack: TerraformStack) => Record<string, unknown>): unknown {
  const { output } = emittedStack(newFolder(), (stack) => {
    for (const [id, value] of Object.entries(values(stack))) {
      new TerraformOutput(stack, id, { value });
    }
  });
  return output;
}

test('a token of each type comes out as the expression', () => {
  const written = emitted((stack) => ({
    alone: expr`var.wanted`,
    text: name.asString(),
    inside: `role/${name.asString()}`,
    listed: { Resource: [text`arn:${name}`] },
    number: expr<number>`var.size`.asNumber(),
    list: expr<string[]>`var.regions`.asList(),
    map: expr<Record<string, string>>`var.tags`.asStringMap(stack),
    elsewhere: name.asString(stack),
  }));

  expect(written).toEqual({
    alone: { value: '${var.wanted}' },
    text: { value: '${var.role_name}' },
    inside: { value: 'role/${var.role_name}' },
    listed: { value: { Resource: ['arn:${var.role_name}'] } },
    number: { value: '${var.size}' },
    list: { value: '${var.regions}' },
    map: { value: '${var.tags}' },
    elsewhere: { value: '${var.role_name}' },
  });
});

test('what is made for a scope can be read by another stack', () => {
  const folder = newFolder();
  const app = new App({ outdir: folder, skipValidation: true });
  const [one, other] = [new TerraformStack(app, 'one'), new TerraformStack(app, 'other')];
  new TerraformOutput(other, 'name', { value: name.asString(one) });
  app.synth();

  expect(readStack(folder, 'other').output?.name?.value).toMatch(
    /^\$\{data\.terraform_remote_state\./,
  );
});

test('CDKTF counts with it, and iterates over it, be it a map or a set', () => {
  const { resource } = emittedStack(newFolder(), (stack) => {
    const each = expr<readonly string[]>`var.users`.iterator();
    const type = { terraformResourceType: 'example_thing' };
    new TerraformResource(stack, 'many', { ...type, forEach: each }).addOverride('name', each.key);
    new TerraformResource(stack, 'one', { ...type, count: countIf(expr`var.wanted`) });
  });

  expect(resource?.example_thing).toMatchObject({
    many: { for_each: '${var.users}', name: '${each.key}' },
    one: { count: '${var.wanted ? 1 : 0}' },
  });
});

test('a text that is put together takes no quotes and no backslashes', () => {
  expect(() => text`a"b`).toThrow('no quotes or backslashes');
  expect(() => text`a\\b`).toThrow('no quotes or backslashes');
});
