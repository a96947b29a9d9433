import { HtmlValidate, StaticConfigLoader } from 'html-validate';
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

test('there are pages for each version, module and pair, and nothing else', () => {
  const count = (pattern: RegExp): number =>
    Object.keys(all).filter((path) => pattern.test(path)).length;

  expect(count(/^versions\/[^/]+\/overview\.html$/)).toBe(4);
  expect(count(/^versions\/[^/]+\/changelog\.html$/)).toBe(4);
  expect(count(/^versions\/[^/]+\/[^/]+\/(readme|interface|permissions)\.html$/)).toBe(3 * 23);
  expect(count(/^compare\/[^/]+\.\.\.[^/]+\.html$/)).toBe(6);
  expect(Object.keys(all)).toHaveLength(4 + 4 + 69 + 6 + 4);
  expect(Object.keys(all).filter((path) => !/^[\w./-]+$/.test(path))).toEqual([]);
});

test('a release adds pages, and changes the index and the list of comparisons only', () => {
  const before = siteFiles(siteOf(...older));
  const changed = Object.keys(before).filter((path) => all[path] !== before[path]);

  expect(newest?.version).toBe('2.0.0');
  expect(changed).toEqual(['index.html', 'compare/all.html']);
});

test('a version between others changes the next above it, and no module of it', () => {
  const between = releaseOf('1.0.1', '2026-07-01', generatedFiles());
  const found = siteFiles(siteOf(...releases(), between));
  const changed = Object.keys(all).filter((path) => all[path] !== found[path]);

  expect(changed).toEqual(['index.html', 'compare/all.html', 'versions/1.1.0/overview.html']);
});

test('the order in which releases are told changes nothing', () => {
  expect(siteFiles(siteOf(...releases().reverse()))).toEqual(all);
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      extends: ['html-validate:recommended'],
      rules: {
        // a table that is laid out as blocks is a table by its roles alone
        'no-redundant-role': 'off',
        // names of permissions have dots
        'valid-id': ['error', { relaxed: true }],
      },
    }),
  );
  const pages = Object.entries(all).filter(([path]) =>
    /^(?:index|compare|versions\/1\.1\.0).*\.html$/.test(path),
  );
  const faults: string[] = [];
  for (const [path, text] of pages) {
    const { results } = await validator.validateString(text);
    const messages = results.flatMap((result) => result.messages);
    faults.push(...messages.map(({ ruleId, message }) => `${path}: ${ruleId}: ${message}`));
  }

  expect(pages).toHaveLength(1 + 7 + 20);
  expect(faults).toEqual([]);
});

test('no page is heavy, and none says a word that would run', () => {
  for (const [path, text] of Object.entries(all)) {
    expect([path, Buffer.byteLength(text) < 300_000]).toEqual([path, true]);
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
        statements: [{ Effect: 'Allow', Action: [bad], Resource: [bad] }],
      },
    },
    addresses: [bad],
  }));
  const hostile = { ...releaseOf('1.2.0', '2026-07-01', files), commit: bad, archive: `x/${bad}` };
  const found = siteFiles(siteOf(hostile, releaseOf('1.1.0', '2026-06-01', generatedFiles())));

  expect(found['versions/1.2.0/s3-access-policy/permissions.html']).toContain('&lt;script&gt;');
  for (const text of Object.values(found)) {
    expect(text).not.toMatch(/<script|<b |href="javascript/i);
  }
});

test('it is rendered from what it is told: no files, no clock, no process, no chance', () => {
  const sources = sourceFiles('publisher/site');
  const libraries = ['markdown-it', 'sanitize-html', '@dagrejs/dagre', 'semver', 'node:path'];
  const impure = ['Date', 'random', 'performance', 'process', 'Intl', 'toLocaleString'];
  const taken = sources.flatMap(({ imports }) => imports.map(({ from }) => from));

  expect(sources.length).toBeGreaterThan(15);
  expect(
    taken.filter(
      (from) => !/^(publisher\/|contract\/|files$)/.test(from) && !libraries.includes(from),
    ),
  ).toEqual([]);
  expect(sources.filter(({ words }) => impure.some((word) => words.includes(word)))).toEqual([]);
});
