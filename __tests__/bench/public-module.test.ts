import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPublicModule } from '../../bench/public-module';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const CHANGELOG =
  '# Changelog\n\n## [5.60.0](https://example.com) (2025-08-08)\n\n## [5.59.0](x)\n';

/** A folder like a checkout, with these files. */
function checkout(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'modules/iam-assumable-role'), { recursive: true });
  Object.entries(files).forEach(([name, text]) => {
    writeFileSync(join(folder, name), text);
  });
  return folder;
}

const MAIN = 'modules/iam-assumable-role/main.tf';
const find = (folder: string) => findPublicModule({ TERRAFORM_AWS_IAM_MODULE: folder });

test('is the folder of the module in the one that the variable names', () => {
  const folder = checkout({ [MAIN]: '', 'CHANGELOG.md': CHANGELOG });

  expect(find(folder)).toBe(join(folder, 'modules/iam-assumable-role'));
});

test.each([
  ['not set', {}],
  ['empty', { TERRAFORM_AWS_IAM_MODULE: '' }],
])('is left out with a message where the variable is %s', (_, environment) => {
  const warn = jest.spyOn(console, 'warn').mockReturnValue();

  expect(findPublicModule(environment)).toBeUndefined();
  expect(warn.mock.calls).toEqual([
    [
      'The rows about the public module are left out: set TERRAFORM_AWS_IAM_MODULE to a folder with terraform-aws-modules/iam 5.60.0',
    ],
  ]);
  warn.mockRestore();
});

describe('is refused', () => {
  const refusal = (folder: string, why: string) =>
    `TERRAFORM_AWS_IAM_MODULE must name a folder with terraform-aws-modules/iam 5.60.0, but ${folder} ${why}`;

  test('where there is nothing', () => {
    const folder = join(newFolder(), 'nowhere');

    expect(() => find(folder)).toThrow(refusal(folder, `lacks ${MAIN}`));
  });

  test('without that module', () => {
    const folder = checkout({ 'CHANGELOG.md': CHANGELOG });

    expect(() => find(folder)).toThrow(refusal(folder, `lacks ${MAIN}`));
  });

  test('where nothing tells its version', () => {
    const folder = checkout({ [MAIN]: '' });

    expect(() => find(folder)).toThrow(refusal(folder, 'lacks CHANGELOG.md'));
  });

  test.each([
    ['6.2.0', `## [6.2.0](x)\n\n${CHANGELOG}`],
    ['15.60.0', CHANGELOG.replaceAll('5.60.0', '15.60.0')],
    ['no version', '# Changelog\n'],
  ])('where it holds %s', (version, changelog) => {
    const folder = checkout({ [MAIN]: '', 'CHANGELOG.md': changelog });

    expect(() => find(folder)).toThrow(refusal(folder, `holds ${version}`));
  });
});
