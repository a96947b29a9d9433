import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, sourceFiles } from './fixtures/source-files';

const ROOMS = ['bench', 'commands', 'contract', 'generator', 'modules', 'publisher', '__tests__'];
const FILES = sourceFiles('', ...ROOMS);

/** What files take, as `file -> from`. */
const taken = FILES.flatMap(({ path, imports }) =>
  imports.map(({ from, names }) => ({ path, from, names })),
);

test('the bindings of a provider are named in one place, and taken by deep path', () => {
  const named = taken
    .filter(({ from }) => /^@cdkt[fn]\/(provider-|aws)/.test(from))
    .map(({ path, from }) => `${path} -> ${from}`);
  const wanted = /^aws-bindings\.ts -> @cdktf\/provider-aws\/lib\/[a-z-]+$/;

  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((found) => !wanted.test(found))).toEqual([]);
});

test('the generator takes nothing of a provider but the provider itself', () => {
  const ofGenerator = taken
    .filter(({ path, from }) => path.startsWith('generator/') && from === 'aws-bindings')
    .map(({ path, names }) => `${path}: ${names.join()}`);

  expect(ofGenerator).toEqual(['generator/deployable-stack.ts: AwsProvider']);
});

test.each(['cdktf', 'cdktn'])('the page on %s tells what its bindings are made from', (library) => {
  const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
  const name = `@${library}/provider-aws`;
  const bindings = JSON.parse(read(`node_modules/${name}/package.json`)) as {
    readonly version: string;
    readonly [library: string]: unknown;
  };

  expect(bindings[library]).toHaveProperty('provider.version');
  const { provider } = bindings[library] as { readonly provider: { readonly version: string } };
  expect(read(`docs/${library}.md`).replace(/\s+/g, ' ')).toContain(
    `\`${name}\` ${bindings.version} is generated from AWS provider ${provider.version}.`,
  );
});
