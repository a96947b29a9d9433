import { MODULE_NAMES } from '../fixtures/module-names';
import { modulesIn } from '../../publisher/module-interface';
import { generatedFiles, withContract } from '../fixtures/site-releases';
import { usageError } from '../fixtures/usage-error';

const FILES = generatedFiles();

test('finds the modules of a registry repository, the one above the others first', () => {
  const modules = modulesIn(FILES);

  expect(modules.map(({ folder, contract }) => [folder, contract.name])).toEqual([
    ['', 'ssm-iam'],
    ...MODULE_NAMES.map((name) => [`modules/${name}`, name]),
  ]);
});

test('refuses a contract of another version', () => {
  expect(() =>
    modulesIn({ 'modules/a/interface.json': '{"schema_version": 2, "name": "a"}' }),
  ).toThrow(
    usageError(
      'InterfaceVersion',
      'modules/a/interface.json must have schema_version 1, got 2; use a release of ssm-iam that knows it [InterfaceVersion]',
    ),
  );
});

test('refuses a contract of another form, and says what is wrong with it', () => {
  const files = withContract(FILES, 'instance-profile', ({ permissions }) => ({
    permissions: permissions.map((one) => ({ ...one, see: 'javascript:alert(1)' })),
  }));

  expect(() => modulesIn(files, 'v1.0.0')).toThrow(
    usageError(
      'InterfaceForm',
      'v1.0.0:modules/instance-profile/interface.json must be as interface.schema.json says, got another permissions.0.see (Invalid string: must match pattern /^https:\\/\\//); restore it as ssm-iam wrote it [InterfaceForm]',
    ),
  );
});
