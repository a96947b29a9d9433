import { readEmitted } from '../../../publisher/facts/emitted-module';
import { generatedFiles } from '../../fixtures/contracts';

const text = (json: object): string => JSON.stringify(json);

const out = { condition: '${var.n > 1}', error_message: 'no [Out]' };

const FILES = {
  'm/main.tf.json': text({
    '//': 'a comment',
    resource: {
      a: {
        x: {
          count: '${var.n}',
          description: 'stored by AWS',
          lifecycle: {
            precondition: [{ condition: '${var.n > 0}', error_message: 'n must not be 0 [Zero]' }],
            postcondition: [{ condition: '${self.arn}', error_message: 'no ARN [Arn]' }],
          },
        },
      },
    },
    data: { b: { y: { for_each: '${var.all}' } } },
    module: { call: { source: './other' } },
    moved: { from: 'a.w', to: 'a.x' },
    check: { c: { assert: { condition: '${true}', error_message: 'see [this] page' } } },
  }),
  'm/outputs.tf.json': text({
    output: { o: { value: '${a.x}', description: 'An output.', precondition: [out] } },
  }),
  'm/variables.tf.json': text({
    variable: {
      n: {
        description: 'An input.',
        default: { description: 'of a value' },
        validation: [{ condition: '${var.n < 9}', error_message: 'no [Nine]' }],
      },
    },
  }),
  'm/versions.tf.json': text({
    terraform: { required_version: '>= 1.5.0', required_providers: { aws: { version: '>= 5' } } },
  }),
  'm/deeper/main.tf.json': text({ output: { deeper: {} } }),
  'm/main.tf.json.orig': text({ output: { old: {} } }),
  'm/tests/a.tftest.json': text({ output: { test: {} } }),
};

test('what stands in the files of a folder', () => {
  const emitted = readEmitted(FILES, 'm');

  expect(Object.keys(emitted.values)).toEqual(['o']);
  expect(emitted).toMatchObject({
    validations: [{ place: 'n', code: 'Nine', condition: 'var.n < 9', refuses: true }],
    demands: [
      { place: 'a.x', code: 'Zero', condition: 'var.n > 0', refuses: true },
      { place: 'a.x', code: 'Arn', condition: 'self.arn', refuses: true },
      { place: 'output.o', code: 'Out', condition: 'var.n > 1', refuses: true },
    ],
    checks: [{ place: 'check.c', code: '', condition: 'true', refuses: false }],
    moves: [{ from: 'a.w', to: 'a.x' }],
    repetitions: [
      { name: 'a.x', by: 'count', expression: '"${var.n}"' },
      { name: 'data.b.y', by: 'for_each', expression: '"${var.all}"' },
      { name: 'module.call', by: 'once', expression: '' },
    ],
    calls: { call: './other' },
    requiredVersion: '>= 1.5.0',
    providers: { aws: { version: '>= 5' } },
    values: { o: '${a.x}' },
  });
});

test('an empty folder has nothing', () => {
  expect(readEmitted(FILES, 'nowhere')).toMatchObject({ validations: [], requiredVersion: '' });
});

test('the same texts are read once, in whatever release and order', () => {
  const others = Object.fromEntries(Object.entries(FILES).reverse());

  expect(readEmitted({ ...others, 'README.md': '' }, 'm', 'v1.0.0')).toBe(readEmitted(FILES, 'm'));
});

test.each([
  ['m/', 'm', 'v1.0.0', 'v1.0.0:m/*.tf.json'],
  ['', '', undefined, '*.tf.json'],
])(
  'blocks of another form are refused with their place, %s*.tf.json',
  (at, folder, release, place) => {
    const read = (main: string) => () =>
      readEmitted({ [`${at}main.tf.json`]: main }, folder, release);

    expect(read(text({ resource: { a: null } }))).toThrow(
      new RegExp(
        `^${place.replaceAll('*', '\\*')} must hold blocks as ssm-iam writes them \\(.+\\); restore the files \\[ModuleForm\\]$`,
      ),
    );
    expect(read('{')).toThrow('restore it as ssm-iam wrote it');
  },
);

test.each([
  ['a comment', 'a comment', false],
  ['a message', 'n must not be 0', false],
  ['the description of an output', 'An output.', false],
  ['the description of an input', 'An input.', false],
  ['a description in a default', 'of a value', true],
  ['what AWS stores', 'stored by AWS', true],
  ['an expression', '${var.n}', true],
  ['an expression in a list', '${self.arn}', true],
])('%s is evaluated or not', (_, found, isEvaluated) => {
  expect(JSON.stringify(readEmitted(FILES, 'm').evaluated).includes(found)).toBe(isEvaluated);
});

test('every rule that a contract tells is found, in its order', () => {
  const files = generatedFiles();
  const contract = JSON.parse(files['modules/instance-profile/interface.json'] ?? '') as {
    inputs: { name: string; rules: { code: string }[] }[];
    requirements: { code: string }[];
  };
  const { validations, demands } = readEmitted(files, 'modules/instance-profile');

  expect(validations.map(({ place, code }) => `${place} ${code}`)).toEqual(
    contract.inputs.flatMap(({ name, rules }) => rules.map(({ code }) => `${name} ${code}`)),
  );
  expect(demands.map(({ code }) => code)).toEqual(
    expect.arrayContaining(contract.requirements.map(({ code }) => code)),
  );
});
