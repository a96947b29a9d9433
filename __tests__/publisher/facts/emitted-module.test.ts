import { readEmitted } from '../../../publisher/facts/emitted-module';
import { generatedFiles } from '../../fixtures/contracts';

const text = (json: object): string => JSON.stringify(json);

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
          },
        },
      },
    },
    data: { b: { y: { for_each: '${var.all}' } } },
    module: { call: { source: './other' } },
    moved: { from: 'a.w', to: 'a.x' },
    check: { c: { assert: { condition: '${true}', error_message: 'see this page' } } },
  }),
  'm/outputs.tf.json': text({
    output: { o: { value: '${a.x}', description: 'An output.', precondition: [] } },
  }),
  'm/variables.tf.json': text({
    variable: { n: { validation: [{ condition: '${var.n < 9}', error_message: 'no [Nine]' }] } },
  }),
  'm/versions.tf.json': text({
    terraform: { required_version: '>= 1.5.0', required_providers: { aws: { version: '>= 5' } } },
  }),
  'm/deeper/main.tf.json': text({ variable: { deeper: {} } }),
  'm/tests/a.tftest.json': text({ variable: { test: {} } }),
};

test('what stands in the files of a folder', () => {
  expect(readEmitted(FILES, 'm')).toMatchObject({
    validations: [{ place: 'n', code: 'Nine', condition: 'var.n < 9', refuses: true }],
    demands: [{ place: 'a.x', code: 'Zero', condition: 'var.n > 0', refuses: true }],
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

test('the same texts are read once, in whatever release', () => {
  expect(readEmitted({ ...FILES, 'README.md': '' }, 'm', 'v1.0.0')).toBe(readEmitted(FILES, 'm'));
});

const withMain = (change: (main: string) => string) =>
  readEmitted({ ...FILES, 'm/main.tf.json': change(FILES['m/main.tf.json']) }, 'm').evaluated;

test.each([
  ['a comment', 'a comment', false],
  ['a message', 'n must not be 0', false],
  ['what AWS stores', 'stored by AWS', true],
  ['an expression', '${var.n}', true],
])('%s is evaluated or not', (_, found, isEvaluated) => {
  const [was, is] = [withMain((main) => main), withMain((main) => main.replace(found, 'other'))];

  expect(JSON.stringify(was) !== JSON.stringify(is)).toBe(isEvaluated);
});

test('the description of an output is not evaluated', () => {
  expect(JSON.stringify(readEmitted(FILES, 'm').evaluated)).not.toContain('An output.');
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
