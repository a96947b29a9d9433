import { comparisonPage, comparisonsPage } from '../../../publisher/site/comparison-pages';
import { editionsOf } from '../../../publisher/site/edition';
import type { Edition } from '../../../publisher/site/edition';
import { pageText } from '../../../publisher/site/layout';
import { releases, siteOf } from '../../fixtures/site-releases';

const editions = editionsOf(siteOf(...releases()));
function of(version: string): Edition {
  const found = editions.find((one) => one.version === version);
  if (found === undefined) {
    throw new Error(`there is no ${version}`);
  }
  return found;
}
const compared = (older: string, newer: string): string =>
  pageText(comparisonPage(of(older), of(newer)));
/** What stands below a heading, without tags. */
function below(text: string, anchor: string): string {
  const [section = ''] = (text.split(`<h2 id="${anchor}">`)[1] ?? '').split(/<h2 |<\/main>/);
  return section
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

test('no change is said plainly, for each module', () => {
  const text = compared('1.1.0', '1.1.1');

  expect(below(text, 'by-default')).toBe(
    'Granted by default No change: without inputs, all modules grant the same to the same.',
  );
  expect(text.match(/<p>No change of permissions or interface\.<\/p>/g)).toHaveLength(6);
});

test('what is granted by default stands above all modules, in words and signs', () => {
  const text = compared('1.1.1', '2.0.0');

  expect(below(text, 'by-default')).toBe(
    'Granted by default automation-service-role ± changed permission pass_itself Actions + now iam:GetRole',
  );
  expect(below(text, 'module-automation-service-role')).toBe(
    'automation-service-role Permissions ± changed permission pass_itself Actions + now iam:GetRole Interface No change.',
  );
});

test('what was removed says what it was', () => {
  expect(below(compared('1.1.1', '2.0.0'), 'module-instance-profile')).toMatch(
    /^instance-profile Permissions No change\. Interface − removed input cloudwatch_agent Type − before bool Default − before false/,
  );
});

test('a new module brings its permissions, and a link to the rest', () => {
  const text = compared('1.0.0', '1.1.0');
  const section = below(text, 'module-s3-access-policy');

  expect(section).toMatch(
    /^s3-access-policy A new module, with these inputs and outputs \. Permissions/,
  );
  expect(section).toContain('+ added permission agent_buckets');
  expect(text).toContain('href="../versions/1.1.0/s3-access-policy/interface.html"');
});

test('a module that is gone is told where it was', () => {
  const text = compared('1.1.0', '1.0.0');

  expect(below(text, 'module-s3-access-policy')).toContain('− removed permission agent_buckets');
  expect(text).toContain('This module is gone');
  expect(text).toContain('href="../versions/1.1.0/s3-access-policy/interface.html"');
});

test('all pairs are listed', () => {
  const page = comparisonsPage(editions);
  const pairs =
    page && [...pageText(page).matchAll(/href="([\d.]+)\.html"/g)].map(([, pair]) => pair);

  expect(pairs).toEqual([
    '1.1.1...2.0.0',
    '1.1.0...2.0.0',
    '1.0.0...2.0.0',
    '1.1.0...1.1.1',
    '1.0.0...1.1.1',
    '1.0.0...1.1.0',
  ]);
  expect(comparisonsPage([])).toBeUndefined();
});
