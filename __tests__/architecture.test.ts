import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PROJECT, filesBelow, inCircles, partsOf, sourceFiles } from './fixtures/source-files';
import type { SourceFile } from './fixtures/source-files';

const ROOMS = ['commands', 'contract', 'generator', 'modules', 'publisher'];
const SOURCES = sourceFiles('', ...ROOMS);
const CONSTRUCTS = SOURCES.filter(({ path }) => basename(path) === 'construct.ts');
const TESTS = sourceFiles('__tests__').filter(({ path }) => path.endsWith('.test.ts'));
const below = (folder: string): SourceFile[] =>
  SOURCES.filter(({ path }) => path.startsWith(`${folder}/`));

/** Imports of some files as `file -> from`, those that `wrong` says. */
function wrongImports(
  files: readonly SourceFile[],
  wrong: (from: string, file: SourceFile) => boolean,
): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter(({ from }) => wrong(from, file))
      .map(({ from }) => `${file.path} -> ${from}`),
  );
}

const isOurs = (from: string): boolean => existsSync(join(PROJECT, `${from}.ts`));
const isIn = (from: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => from === folder || from.startsWith(`${folder}/`));

test('there is something to look at', () => {
  expect(below('generator').length).toBeGreaterThan(20);
  expect(below('modules').length).toBeGreaterThan(40);
  expect(CONSTRUCTS).toHaveLength(15);
  expect(SOURCES.flatMap(({ imports }) => imports).length).toBeGreaterThan(200);
});

describe('imports', () => {
  test('modules take from themselves, from the vocabulary and from the generator', () => {
    const modules = below('modules').filter(({ path }) => path !== 'modules/catalog.ts');

    expect(
      wrongImports(modules, (from, { path }) => {
        const own = path.split('/').slice(0, 2).join('/');
        const known = ['modules/iam', 'generator', 'contract', 'aws-bindings', 'errors'];
        return isOurs(from) && !isIn(from, own, ...known);
      }),
    ).toEqual([]);
  });

  test.each([
    ['contract'],
    ['generator', 'contract/diagram', 'contract/module', 'aws-bindings', 'errors', 'files'],
  ])('%s takes from itself, and from what it may know', (room, ...known) => {
    const wrong = (from: string): boolean => isOurs(from) && !isIn(from, room, ...known);

    expect(wrongImports(below(room), wrong)).toEqual([]);
  });

  test('lead nowhere in a circle, not even those of types', () => {
    expect(inCircles(SOURCES).map(({ path }) => path)).toEqual([]);
  });

  test('only the command knows a process, a console and a terminal', () => {
    const ofCommand = ['commands', 'cli.ts', 'publisher/commands', 'publisher/cli.ts'];
    const others = SOURCES.filter(({ path }) => !isIn(path, ...ofCommand));
    // an input of this module is called console
    const speaking = others.filter(
      ({ path, words }) =>
        words.includes('process') ||
        (words.includes('console') && !isIn(path, 'modules/session-manager-user-access')),
    );

    expect(wrongImports(others, (from) => isIn(from, ...ofCommand, 'commander'))).toEqual([]);
    // where local state lies hangs on the working folder
    expect(speaking.map(({ path }) => path)).toEqual(['generator/deployable-stack.ts']);
  });

  test('what is packed takes nothing of the publisher, which is not', () => {
    const packed = SOURCES.filter(({ path }) => !isIn(path, 'publisher'));

    expect(wrongImports(packed, (from) => isIn(from, 'publisher'))).toEqual([]);
  });

  test('the publisher takes no CDKTF, and neither the generator nor the modules', () => {
    // a release writes generated/ anew
    const files = below('publisher').filter(({ path }) => !path.endsWith('/regenerate.ts'));

    expect(
      wrongImports(files, (from) =>
        isIn(from, 'cdktf', '@cdktf', 'constructs', 'generator', 'modules'),
      ),
    ).toEqual([]);
  });

  test('renderers take neither files nor a clock, a process or chance', () => {
    const renderers = ['emit', 'readme', 'tftest'].flatMap((folder) =>
      below(`generator/${folder}`),
    );
    const impure = ['Date', 'random', 'performance', 'process', 'Intl', 'toLocaleString'];

    expect(renderers.length).toBeGreaterThan(4);
    expect(wrongImports(renderers, (from) => !isOurs(from))).toEqual([]);
    const found = renderers.filter(({ words }) => impure.some((word) => words.includes(word)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

test('only one file of the generator and one of the publisher writes', () => {
  const reading =
    /^((close|exists|lstat|open|read|readFile|readdir|realpath|stat|fstat)Sync|constants)$/;
  const writers = ['generator/write.ts', 'publisher/write-files.ts'];
  const others = SOURCES.filter(({ path }) => !writers.includes(path)).flatMap(
    ({ path, imports }) =>
      imports
        .filter(({ from }) => /^(node:)?fs(\/promises)?$/.test(from))
        .flatMap(({ names }) => (names.length === 0 ? ['*'] : names))
        .filter((name) => !reading.test(name))
        .map((name) => `${path}: ${name}`),
  );

  expect(others).toEqual(['files.ts: mkdirSync']); // for both of them
});

describe('words', () => {
  const OF_IAM =
    /^(iam|roles?|trusts?|trusted|polic(y|ies)|principals?|arns?|sts|assumed?|ssm|ec2|lambda|managed)$/;

  /** Words of IAM in the code of a file; the name of the product is none. */
  function wordsOfIam({ words }: Pick<SourceFile, 'words'>): string[] {
    const parts = words.flatMap((word) =>
      word
        .replaceAll('ssm-iam', '')
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z0-9]+/),
    );
    return [...new Set(parts.filter((part) => OF_IAM.test(part)))].sort();
  }

  test.each(below('generator').map((file) => [file.path, file] as const))(
    'of IAM are not in %s',
    (_, file) => {
      expect(wordsOfIam(file)).toEqual([]);
    },
  );

  test('of IAM would be found', () => {
    const text = '/** role */ const roleName = `${x} iam:PassRole`; f("arn:aws", "ssm-iam");';

    expect(wordsOfIam(partsOf('generator/x.ts', text))).toEqual(['arn', 'iam', 'role']);
  });

  test('that put things off are nowhere', () => {
    const below = [...ROOMS, 'scripts', '__tests__'].flatMap(filesBelow);
    const files = [...sourceFiles('').map(({ path }) => path), ...below];
    const putOff = new RegExp(['TO', 'DO|FIX', 'ME'].join('')); // or this file would be found

    expect(files.filter((path) => putOff.test(readFileSync(join(PROJECT, path), 'utf8')))).toEqual(
      [],
    );
  });

  test('that name nothing name no file', () => {
    const vague = /^(utils?|common|helpers?|misc)(\.|$)/;
    const parts = filesBelow('').filter((path) => path.split('/').some((part) => vague.test(part)));

    expect(parts).toEqual([]);
  });
});

describe('files stay short', () => {
  const lines = ({ text }: SourceFile): number => text.trimEnd().split('\n').length;
  const longer = (files: readonly SourceFile[], most: number): string[] =>
    files.filter((file) => lines(file) > most).map((file) => `${file.path}: ${lines(file)}`);

  test.each([
    ['constructs', 150, CONSTRUCTS],
    ['sources', 200, SOURCES],
    ['tests', 250, TESTS],
  ])('%s have at most %d lines', (_, most, files) => {
    expect(longer(files, most)).toEqual([]);
  });
});

/** Sources that hold no logic of their own, with what looks at them. */
const UNTESTED: Readonly<Record<string, readonly string[]>> = {
  // what colours, exit codes and modules hang on shows in the tests of the commands
  commands: ['chosen-modules', 'colours', 'exit-codes', 'generate'],
  contract: ['pieces'], // the schemas are made of it
  // types alone; module calls stand in generated/
  generator: ['cases', 'companions', 'module-call'],
  publisher: ['target'], // types alone
  'publisher/git-registry': ['registry-clone'], // see e2e/git-registry.test.ts
  // files and runs, which stand in generated/ as they are written
  'generator/emit': ['interface-json', 'terraform-files'],
  'generator/readme': ['how-to', 'limits', 'readme'],
  'generator/tftest': ['instances', 'plan-expectations', 'refused-values', 'test-file', 'toggles'],
  // data and plain blocks: catalog.test.ts and samples.test.ts look at them, and e2e/ plans them
  'modules/iam': [
    ...['aws-pages', 'aws-provider', 'differences', 'examples', 'guide-buckets'],
    ...['core-permissions', 'role', 'service-role'],
    ...['s3-policy', 's3-statements', 'session-permissions'],
  ],
  // plain data, and what stands in generated/
  'modules/iam/permissions': ['diagram', 'model', 'plan-assertions'],
};

const withoutEnding = (path: string): string => path.replace(/(\.test)?\.ts$/, '');

test('every source with logic has a test of its name, or its folder has one', () => {
  // what starts a program lies below e2e/
  const tests = new Set(
    TESTS.map(({ path }) => withoutEnding(path).replace(/^__tests__\/(e2e\/)?/, '')),
  );
  const untested = SOURCES.map(({ path }) => withoutEnding(path)).filter(
    (path) => !tests.has(path) && !tests.has(dirname(path)),
  );

  expect(untested.sort()).toEqual(
    Object.entries(UNTESTED)
      .flatMap(([folder, names]) => names.map((name) => join(folder, name)))
      .sort(),
  );
});

test('every test of a module or the generator has a source or a folder of its name', () => {
  const sources = new Set(SOURCES.flatMap(({ path }) => [withoutEnding(path), dirname(path)]));
  const orphans = TESTS.map(({ path }) => withoutEnding(path).replace('__tests__/', ''))
    .filter((path) => /^(commands|contract|generator|modules|publisher)\//.test(path))
    // a long one is in parts: `write.test.ts`, `write.root.test.ts`
    .filter((path) => !sources.has(path) && !sources.has(path.replace(/\.[a-z]+$/, '')));

  // these look at all commands, and at all modules
  expect(orphans).toEqual([
    'modules/messages',
    'modules/samples',
    'modules/sizes',
    'modules/stars',
  ]);
});
