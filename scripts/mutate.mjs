// Changes sources in small ways, one at a time, and counts what no unit test of theirs notices.
// Each file is held against the test of its name, those of its module, and the one that compares
// with what is committed: with all tests a run would take days.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import jest from '../jest.config.mjs';

const [unit] = jest.projects;
const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : ['generator', 'modules'].flatMap(sourcesIn);
const totals = { killed: 0, survived: 0 };

for (const file of files) {
  const { killed, survivors } = await mutate(file);
  totals.killed += killed;
  totals.survived += survivors.length;
  console.log(`${file}: ${killed} killed, ${survivors.length} survived`);
  survivors.forEach((survivor) => console.log(`  ${survivor}`));
}
const score = (100 * totals.killed) / Math.max(1, totals.killed + totals.survived);
console.log(
  `${files.length} files: ${totals.killed} killed, ${totals.survived} survived, ${score.toFixed(1)} %`,
);

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path))
    .sort();
}

async function mutate(file) {
  const stryker = new Stryker({
    mutate: [file],
    testRunner: 'jest',
    coverageAnalysis: 'perTest',
    jest: {
      // they are chosen below: what is passed around as data is imported by no test
      enableFindRelatedTests: false,
      config: { ...unit, rootDir: undefined, displayName: undefined, testMatch: testsOf(file) },
    },
    concurrency: 1,
    timeoutMS: 60_000,
    ignorePatterns: ['dist', 'cdktf.out', 'bench'],
    reporters: [],
    logLevel: 'error',
    cleanTempDir: 'always',
    warnings: false,
  });
  const results = await stryker.runMutationTest();
  const counted = (...status) => results.filter((mutant) => status.includes(mutant.status));
  return {
    killed: counted('Killed', 'Timeout').length,
    survivors: counted('Survived', 'NoCoverage').map(
      ({ location, mutatorName, replacement }) =>
        `${location.start.line}:${location.start.column} ${mutatorName} ${replacement.replace(/\s+/g, ' ').slice(0, 100)}`,
    ),
  };
}

/** @param target a file, or lines of it: `generator/hcl.ts:10-20` */
function testsOf(target) {
  const [file] = target.split(':');
  const named = [file.replace(/\.ts$/, ''), dirname(file)].map((path) => `__tests__/${path}`);
  const isModule = /^modules\/(?!iam\/)[^/]+\//.test(file);
  return [
    '**/__tests__/generated.test.ts',
    ...named
      .filter((path) => existsSync(`${path}.test.ts`))
      // a long one is in parts: `write.test.ts`, `write.root.test.ts`
      .flatMap((path) => [`**/${path}.test.ts`, `**/${path}.*.test.ts`]),
    ...(isModule ? [`**/__tests__/${dirname(file)}/*.test.ts`] : []),
  ];
}
