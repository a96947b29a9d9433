import type { Files } from '../../../files';
import { editionsOf } from '../../../publisher/site/edition';
import { pageText } from '../../../publisher/site/layout';
import { readmePage } from '../../../publisher/site/readme-page';
import { generatedFiles, releaseOf, siteOf } from '../../fixtures/site-releases';

function page(module: string, files: Files = generatedFiles()): string {
  const [edition] = editionsOf(siteOf(releaseOf('1.0.0', '2026-01-01', files)));
  const located = edition?.modules.find((one) => one.contract.name === module);
  return edition && located ? pageText(readmePage(edition, located)) : '';
}

/** The page of a module with another README. */
const pageOf = (text: string): string =>
  page('instance-profile', {
    ...generatedFiles(),
    'modules/instance-profile/README.md': text,
  });

test.each(['ssm-iam', 'instance-profile', 'automation-user-access'])(
  'the README of %s takes the module from here, wherever it takes it',
  (module) => {
    const text = page(module);
    const folder = module === 'ssm-iam' ? '' : `//modules/${module}`;
    const sources = [...text.matchAll(/ source += &quot;(.*?)&quot;/g)].map(([, found]) => found);

    expect(sources.length).toBeGreaterThan(2);
    expect(new Set(sources)).toEqual(
      new Set([
        `modules.example.com/acme/ssm-iam/aws${folder}`,
        `https://modules.example.com/terraform/v1/modules/acme/ssm-iam/aws/1.0.0/module.tar.gz${folder}?checksum=sha256:${'5'.repeat(64)}`,
      ]),
    );
    expect(text).not.toMatch(/NAMESPACE|terraform-aws-ssm-iam\.git/);
    // what the module above the others grants, they draw
    expect(text.includes('<svg ')).toBe(module !== 'ssm-iam');
    expect(text).not.toContain('flowchart');
  },
);

test('what other pages tell better is not told twice', () => {
  const text = page('instance-profile');

  expect([...text.matchAll(/<h2 id="([^"]*)"/g)].map(([, anchor]) => anchor)).toEqual([
    'usage',
    'do-you-need-an-instance-profile',
    'what-every-node-can-read',
    'diagram',
    'procedures-of-the-aws-guide',
    'what-differs-from-the-aws-page',
    'examples',
    'tests',
    'upgrading',
  ]);
});

test.each([
  ['[a](#one)', '<a href="#one">a</a>'],
  ['[a](#permissions)', '<a href="permissions.html">a</a>'],
  ['[a](#inputs)', '<a href="interface.html">a</a>'],
  ['[a](#nowhere)', '<p>a</p>'],
  ['[a](../../README.md)', '<a href="../ssm-iam/readme.html">a</a>'],
  ['[a](../..)', '<a href="../ssm-iam/readme.html">a</a>'],
  ['[a](../hybrid-service-role)', '<a href="../hybrid-service-role/readme.html">a</a>'],
  ['[a](../hybrid-service-role/README.md#x)', '<a href="../hybrid-service-role/readme.html">a</a>'],
  ['[a](../../CHANGELOG.md)', '<a href="../changelog.html">a</a>'],
  ['[a](examples/minimal)', '<p>a</p>'],
  ['[a](https://example.com/)', '<a href="https://example.com/">a</a>'],
])('%s leads where that is on the site', (link, expected) => {
  expect(pageOf(`# Title\n\n## One\n\n${link}`)).toContain(expected);
});

test('a diagram that is no flowchart stays code, and a usage without an address stays', () => {
  const text = pageOf('## Usage\n\nLook.\n\n```mermaid\nsequenceDiagram\n```');

  expect(text).toContain('<p>Look.</p>');
  expect(text).toContain('<code>sequenceDiagram\n</code>');
});

test('a module without a README has its summary', () => {
  const { 'modules/instance-profile/README.md': _, ...others } = generatedFiles();

  expect(page('instance-profile', others)).toContain('<p>The IAM role and instance profile of EC2');
});
