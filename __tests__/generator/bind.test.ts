import { App, TerraformOutput, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { Construct } from 'constructs';
import type { UsageError } from '../../errors';
import { bind } from '../../generator/bind';
import { Reference, expr } from '../../generator/expression';
import type { Props } from '../../generator/inputs';
import { input } from '../../generator/inputs';
import { refusalsOf } from '../../generator/refusals';
import type { Requirement } from '../../generator/requirements';
import { each, matches } from '../../generator/rules';
import type { TerraformJson } from '../../generator/terraform-json';
import * as type from '../../generator/types';
import { emittedStack } from '../fixtures/emitted-stack';
import { variablesOf } from '../fixtures/variables-of';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

const lower = matches({
  pattern: '^[a-z]+$',
  refused: 'A',
  code: 'Lower',
  must: 'must be lower case',
  remedy: 'write it small',
  see: 'https://example.com',
});
const inputs = {
  roleName: input.required(type.string, { description: 'd', rules: [lower] }),
  size: input.withDefault(type.number, 5, { description: 'd' }),
  note: input.nullable(type.string, { description: 'd' }),
  regions: input.withDefault(type.set(type.string), ['a'], {
    description: 'd',
    rules: [each(lower)],
  }),
  tags: input.withDefault(type.mapOfString, {}, { description: 'd' }),
};
type Given = Props<typeof inputs>;

const noteNeedsSize: Requirement<typeof inputs> = {
  code: 'NoteNeedsSize',
  about: ['note', 'size'],
  must: (name) => `${name('note')} needs ${name('size')} over 9`,
  remedy: () => 'raise it',
  refused: { note: 'any' },
  accepts: ({ note, size }) => note === null || Number(size) > 9,
  condition: () => expr`true`,
};

/** The references, and the locals that were emitted with them. */
function bound(props: (scope: Construct) => Given): {
  ref: unknown;
  locals: TerraformJson['locals'];
} {
  let ref: unknown;
  const { locals } = emittedStack(newFolder(), (stack) => {
    ref = bind(new Construct(stack, 'ssm'), inputs, props(stack), [noteNeedsSize]);
  });
  return { ref, locals };
}

test('what a requirement refuses is left beside the stack, for its tests', () => {
  const stack = new TerraformStack(new App(), 'app');
  bind(new Construct(stack, 'ssm'), inputs, { roleName: 'a' }, [noteNeedsSize]);

  expect(refusalsOf(stack)).toEqual([{ failing: ['NoteNeedsSize'], inputs: { note: 'any' } }]);
});

function refusal(props: unknown): UsageError {
  const scope = new Construct(new TerraformStack(new App(), 'app'), 'ssm');
  try {
    bind(scope, inputs, props as Given, [noteNeedsSize]);
  } catch (error) {
    return error as UsageError;
  }
  throw new Error('the props were taken');
}

describe('a prop that is', () => {
  test('a literal goes into a local, and so does a default; messages name the prop', () => {
    expect(bound(() => ({ roleName: 'abc', size: 12, note: 'n', regions: ['b'] }))).toEqual({
      ref: {
        roleName: new Reference('roleName', 'local.ssm_input_role_name'),
        size: new Reference('size', 'local.ssm_input_size'),
        note: new Reference('note', 'local.ssm_input_note'),
        regions: new Reference('regions', 'toset(local.ssm_input_regions)'),
        tags: new Reference('tags', 'tomap(local.ssm_input_tags)'),
      },
      locals: {
        ssm_input_role_name: 'abc',
        ssm_input_size: 12,
        ssm_input_note: 'n',
        ssm_input_regions: ['b'],
        ssm_input_tags: {},
      },
    });
  });

  test('left out or undefined takes the default', () => {
    const { locals } = bound(() => ({ roleName: 'abc', size: undefined }));

    expect(locals).toMatchObject({
      ssm_input_size: 5,
      ssm_input_note: null,
      ssm_input_regions: ['a'],
    });
  });

  test('a variable of a module is used as it is, without a local; messages name the variable', () => {
    const variables = variablesOf(inputs);
    const { ref, locals } = bound(() => variables);

    expect(ref).toEqual(variables);
    expect(variables.roleName.name).toBe('role_name');
    expect(locals).toBeUndefined();
  });

  test('a token goes into a local, alone or as a part of a literal', () => {
    const { ref, locals } = bound((scope) => {
      const any = new TerraformVariable(scope, 'any', {});
      return {
        roleName: any.stringValue,
        size: any.numberValue,
        note: Token.asAny(any.value),
        regions: ['b', any.stringValue],
        tags: { Name: `x-${any.stringValue}` },
      };
    });

    expect(ref).toMatchObject({
      regions: new Reference('regions', 'toset(local.ssm_input_regions)'),
    });
    expect(locals).toEqual({
      ssm_input_role_name: '${var.any}',
      ssm_input_size: '${var.any}',
      ssm_input_note: '${var.any}',
      ssm_input_regions: ['b', '${var.any}'],
      ssm_input_tags: { Name: 'x-${var.any}' },
    });
  });

  test('a literal with template markers is escaped, in keys as well', () => {
    const { locals } = bound(() => ({
      roleName: 'abc',
      note: 'home/${aws:username} %{x}',
      size: 10,
      tags: { '${k}': '${v}' },
    }));

    expect(locals).toMatchObject({
      ssm_input_note: 'home/$${aws:username} %%{x}',
      ssm_input_tags: { '$${k}': '$${v}' },
    });
  });

  test('a text with a token is escaped around the token', () => {
    const { locals } = bound((scope) => {
      const any = new TerraformVariable(scope, 'any', {});
      return { roleName: 'abc', note: `\${aws:username} ${any.stringValue}` };
    });

    expect(locals).toMatchObject({ ssm_input_note: '$${aws:username} ${var.any}' });
  });
});

test('a variable can stand in a text', () => {
  const { output } = emittedStack(newFolder(), (stack) => {
    new TerraformOutput(stack, 'arn', {
      value: `role/${new Reference('x', 'var.x').toString()}`,
    });
  });

  expect(output).toEqual({ arn: { value: 'role/${var.x}' } });
});

describe('props are refused', () => {
  test.each<[string, unknown, string, string]>([
    ['when one is missing', {}, 'MissingProp', 'roleName is required; give it a value'],
    [
      'when a required one is null',
      { roleName: null },
      'MissingProp',
      'roleName is required; give it a value',
    ],
    [
      'when one is unknown',
      { roleName: 'a', role_name: 'b' },
      'UnknownProp',
      'there is no prop role_name; the props are roleName, size, note, regions, tags',
    ],
    [
      'when one has another type',
      { roleName: 'a', size: '5' },
      'WrongType',
      'size must be number, got "5"; give a value of that type',
    ],
    [
      'when an element has another type',
      { roleName: 'a', regions: ['b', 1] },
      'WrongType',
      'regions must be set(string), got ["b",1]; give a value of that type',
    ],
    [
      'when one breaks a rule',
      { roleName: 'A' },
      'Lower',
      'roleName must be lower case, got "A"; write it small',
    ],
    [
      'when an element breaks a rule',
      { roleName: 'a', regions: ['b', 'C'] },
      'Lower',
      'each of regions must be lower case, got ["b","C"]; write it small',
    ],
    [
      'when they break a requirement together',
      { roleName: 'a', note: 'n' },
      'NoteNeedsSize',
      'note needs size over 9; raise it',
    ],
  ])('%s', (_, props, code, message) => {
    const error = refusal(props);

    expect(error.code).toBe(code);
    expect(error.message).toBe(`app/ssm: ${message} [${code}]`);
  });

  test('with all mistakes at once, and requirements only when there are no others', () => {
    const error = refusal({ size: 'x', regions: ['B'], note: 'n', extra: 1 });

    expect(error.code).toBe('SeveralMistakes');
    expect(error.message).toBe(`app/ssm: 4 props are wrong:
  there is no prop extra; the props are roleName, size, note, regions, tags [UnknownProp]
  roleName is required; give it a value [MissingProp]
  size must be number, got "x"; give a value of that type [WrongType]
  each of regions must be lower case, got ["B"]; write it small [Lower]
 [SeveralMistakes]`);
  });
});

test('without requirements, a null is bound as it is and converted to nothing', () => {
  const paths = input.nullable(type.set(type.string), { description: 'd' });
  const scope = new Construct(new TerraformStack(new App(), 'app'), 'ssm');
  expect(bind(scope, { paths }, {})).toEqual({
    paths: new Reference('paths', 'local.ssm_input_paths'),
  });
});
