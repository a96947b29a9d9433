import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { notFoundPage } from '../../../publisher/site/layout';
import { path } from '../../../publisher/site/paths';
import { siteFiles } from '../../../publisher/site/site';
import {
  generatedFiles,
  releaseOf,
  releases,
  siteOf,
  withContract,
} from '../../fixtures/site-releases';
import { sourceFiles } from '../../fixtures/source-files';

const [newest, ...older] = releases();
const all = siteFiles(siteOf(...releases()));

const pathsOf = (version: string): string[] =>
  ['overview', 'permissions', 'readme', 'upgrade'].map(
    (name) => `versions/${version}/${name}.html`,
  );

test('there are four pages for each version, however many modules it has, and nothing else', () => {
  expect(Object.keys(all).sort()).toEqual(
    [
      ...[path.style, path.icon, path.index],
      ...['2.0.0', '1.1.1', '1.1.0', '1.0.0'].flatMap(pathsOf),
    ].sort(),
  );
});

test('a release adds its pages, and changes the index and the comparisons with the newest only', () => {
  const before = siteFiles(siteOf(...older));
  const changed = Object.keys(before).filter((file) => all[file] !== before[file]);

  expect(newest?.version).toBe('2.0.0');
  expect(changed.sort()).toEqual([
    'index.html',
    'versions/1.0.0/upgrade.html',
    'versions/1.1.0/upgrade.html',
    'versions/1.1.1/upgrade.html',
  ]);
});

test('what is there of older versions is not made again', () => {
  const made = siteFiles(siteOf(...releases()), (file) => !file.includes('2.0.0'));

  expect(Object.keys(made).filter((file) => /overview|permissions|readme/.test(file))).toEqual(
    pathsOf('2.0.0').slice(0, 3),
  );
  expect(Object.entries(made).filter(([file, text]) => all[file] !== text)).toEqual([]);
});

test('the order in which releases are told changes nothing', () => {
  expect(siteFiles(siteOf(...releases().reverse()))).toEqual(all);
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      extends: ['html-validate:recommended'],
      rules: {
        // names of permissions have dots
        'valid-id': ['error', { relaxed: true }],
      },
    }),
  );
  const pages = Object.entries(all).filter(([path]) =>
    /^(?:index|versions\/(?:1\.1|2)\.0).*\.html$/.test(path),
  );
  pages.push(['404.html', notFoundPage('/tf', 'example.com/acme/ssm-iam/aws')]);
  const faults: string[] = [];
  for (const [path, text] of pages) {
    const { results } = await validator.validateString(text);
    const messages = results.flatMap((result) => result.messages);
    faults.push(...messages.map(({ ruleId, message }) => `${path}: ${ruleId}: ${message}`));
  }

  expect(pages).toHaveLength(1 + 8 + 1);
  expect(faults).toEqual([]);
});

test('no page is heavy, and none says a word that would run', () => {
  for (const [path, text] of Object.entries(all)) {
    expect([path, Buffer.byteLength(text) < 500_000]).toEqual([path, true]);
    expect([path, /<script|<style| style="| on[a-z]+="|javascript:|data:/.exec(text)]).toEqual([
      path,
      null,
    ]);
  }
});

test('hostile names and texts stay texts on every page', () => {
  const bad = `"><script>alert(1)</script><b onmouseover='x'>&`;
  const files = withContract(generatedFiles(), 's3-access-policy', (contract) => ({
    summary: bad,
    inputs: contract.inputs.map((one) => ({ ...one, description: bad, type: bad, default: bad })),
    outputs: contract.outputs.map((one) => ({ ...one, description: bad })),
    permissions: contract.permissions.map((one) => ({
      ...one,
      reason: bad,
      see: `https://${bad}`,
      actions: [{ text: bad, for_each: bad }],
      conditions: [{ operator: bad, key: bad, values: [{ text: bad }] }],
    })),
    managed_policies: {
      Bad: {
        as_of: '2026-01-01',
        version: bad,
        updated: '2026-01-01',
        statements: [{ Effect: 'Allow', Action: [bad], Resource: [bad] }],
      },
    },
    addresses: [bad],
  }));
  const hostile = { ...releaseOf('1.2.0', '2026-07-01', files), commit: bad, archive: `x/${bad}` };
  const found = siteFiles(siteOf(hostile, releaseOf('1.1.0', '2026-06-01', generatedFiles())));

  expect(found['versions/1.2.0/permissions.html']).toContain('&lt;script&gt;');
  for (const text of Object.values(found)) {
    expect(text).not.toMatch(/<script|<b |href="javascript/i);
  }
});

test('it is rendered from what it is told: no files, no clock, no process, no chance', () => {
  const sources = sourceFiles('publisher/site');
  const libraries = ['markdown-it', 'semver', 'node:crypto', 'node:path'];
  const impure = ['Date', 'random', 'performance', 'process', 'Intl', 'toLocaleString'];
  const taken = sources.flatMap(({ imports }) => imports.map(({ from }) => from));

  expect(sources.length).toBeGreaterThan(14);
  expect(
    taken.filter(
      (from) => !/^(publisher\/|contract\/|files$)/.test(from) && !libraries.includes(from),
    ),
  ).toEqual([]);
  expect(sources.filter(({ words }) => impure.some((word) => words.includes(word)))).toEqual([]);
});
