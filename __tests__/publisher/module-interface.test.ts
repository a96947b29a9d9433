import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulesIn } from '../../publisher/module-interface';
import { generatedFiles } from '../fixtures/contracts';
import { PROJECT } from '../fixtures/source-files';
import { usageError } from '../fixtures/usage-error';

const FILES = generatedFiles();

test('finds the modules of a registry repository, the one above the others first', () => {
  const modules = modulesIn(FILES);

  expect(modules.map(({ folder, contract }) => [folder, contract.name])).toEqual([
    ['', 'ssm-iam'],
    ['modules/automation-service-role', 'automation-service-role'],
    ['modules/automation-user-access', 'automation-user-access'],
    ['modules/hybrid-service-role', 'hybrid-service-role'],
    ['modules/instance-profile', 'instance-profile'],
    ['modules/s3-access-policy', 's3-access-policy'],
  ]);
});

test('knows each part of a contract that its schema knows', () => {
  const schema = JSON.parse(
    readFileSync(join(PROJECT, 'generated/interface.schema.json'), 'utf8'),
  ) as { properties: { permissions: { items: { oneOf: { properties: object }[] } } } };
  const kinds = schema.properties.permissions.items.oneOf.map(({ properties }) => properties);
  const parts = [...new Set(kinds.flatMap((properties) => Object.keys(properties)))];
  const source = readFileSync(join(PROJECT, 'publisher/module-interface.ts'), 'utf8');
  const [, permission = ''] = /const permission = z.object\(\{(.*?)^\}/ms.exec(source) ?? [];
  const known = [...permission.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);

  expect(known.sort()).toEqual(parts.sort());
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
