import type { Files } from '../../../files';
import { pageText } from '../../../publisher/site/layout';
import { readmePage } from '../../../publisher/site/readme-page';
import { SOURCE, generatedFiles } from '../../fixtures/site-releases';
import { codes, edition, linksOf, part, texts } from '../../fixtures/site-reader';

const page = (files: Files = generatedFiles()): string => pageText(readmePage(edition(files)));
const generated = page();

test('every module is taken from here, wherever its README takes it', () => {
  const sources = codes(generated).flatMap((code) =>
    [...code.matchAll(/ source += "(.*?)"/g)].map(([, source = '']) => source),
  );
  const ours = sources.filter((source) => source !== 'hashicorp/aws');

  expect(ours.length).toBeGreaterThan(20);
  expect(ours.filter((source) => !source.startsWith(SOURCE))).toEqual([]);
  expect(generated).not.toMatch(/NAMESPACE|flowchart/);
});

test('a module has its summary, its call, its examples and its inputs; what another page tells is left out', () => {
  const text = part(generated, 'instance-profile');

  expect(texts(text, 'p')[0]).toMatch(/^The IAM role and instance profile of EC2/);
  expect(texts(text, 'p').filter((one) => one === texts(text, 'p')[0])).toHaveLength(1);
  expect(codes(text)[0]).toContain('module "instance_profile" {');
  expect(texts(text, 'h3')).toEqual(
    expect.arrayContaining(['Procedures of the AWS guide', 'Inputs', 'Outputs']),
  );
  expect(texts(text, 'td')).toContain('role_name');
  expect(texts(text, 'h3')).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(Usage|Examples|Permissions|Diagram|Tests)$/)]),
  );
  expect(texts(text, 'summary')).toEqual([
    'Example "complete" of instance-profile',
    'Example "minimal" of instance-profile',
    'Example "take-over" of instance-profile',
  ]);
});

test.each([
  ['#one', '#instance-profile-one'],
  ['#permissions', '#instance-profile'],
  ['modules/x/README.md#permissions', 'permissions.html#x'],
  ['../hybrid-service-role', undefined],
  ['../../CHANGELOG.md', '../../index.html'],
  ['http://example.com/', undefined],
  ['https://example.com/', 'https://example.com/'],
])('a link to %s leads where that is on the site', (address, expected) => {
  const text = page({
    ...generatedFiles(),
    'modules/instance-profile/README.md': `# Title\n\n## One\n\n[a link](${address})`,
  });

  expect(linksOf(text, 'a link')).toEqual(expected === undefined ? [] : [expected]);
  expect(text).toContain('a link');
});

test('a module without a README has its summary', () => {
  const { 'modules/instance-profile/README.md': _, ...others } = generatedFiles();
  const text = part(page(others), 'instance-profile');

  expect(texts(text, 'p')).toEqual([expect.stringMatching(/^The IAM role and instance profile/)]);
});
