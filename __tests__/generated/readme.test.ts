import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { snakeCase } from '../../generator/names';
import type { TerraformJson } from '../../generator/terraform-json';
import { catalog, root, shipped } from '../../modules/catalog';
import { PAGES } from '../e2e/cases/aws-guide/pages';
import { fencedBlocks, headings, relativeLinks } from '../e2e/harness/markdown';
import { PROJECT } from '../fixtures/source-files';

const GENERATED = join(PROJECT, 'generated');
const folderOf = (name: string): string =>
  name === root.name ? GENERATED : join(GENERATED, 'modules', name);

/** Rows of the table under a heading, as cells. */
function rowsUnder(markdown: string, heading: string): string[][] {
  const [, section = ''] = markdown.split(`\n## ${heading}\n`);
  const [table = ''] = section.trimStart().split('\n\n');
  return table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split(' | ').map((text) => text.replace(/^\| | \|$/g, '')));
}

/** Whether there is a file or folder, and the heading in it that a link names. */
function isThere(target: string): boolean {
  const [path = '', heading] = target.split('#');
  return (
    existsSync(path) &&
    (heading === undefined || headings(readFileSync(path, 'utf8')).includes(heading))
  );
}

const named = (cell = ''): string => /<a name="\w+?_(\w+)">/.exec(cell)?.[1] ?? cell;
const inCode = (cell = ''): string =>
  cell
    .replace(/^(`|<pre>)|(`|<\/pre>)$/g, '')
    .replaceAll('<br/>', '\n')
    .trim();

describe.each(shipped.map((definition) => [definition.name, definition] as const))(
  'the README of %s',
  (name, definition) => {
    const read = (file: string): string => readFileSync(join(folderOf(name), file), 'utf8');
    const json = (file: string): TerraformJson => JSON.parse(read(file)) as TerraformJson;
    const text = read('README.md');

    test('says once that a misspelt attribute is ignored, if it takes objects', () => {
      const times = text.split('misspelt attribute').length - 1;

      expect(times).toBe('s3Buckets' in definition.inputs ? 1 : 0);
    });

    test('has the inputs that Terraform reads, required ones first', () => {
      const { variable = {} } = json('variables.tf.json');
      const rows = rowsUnder(text, 'Inputs');
      const told = rows.map(([input, , type, byDefault, required]) => [
        named(input),
        inCode(type),
        required === 'yes' ? 'n/a' : (JSON.parse(inCode(byDefault)) as unknown),
        required,
      ]);
      const expected = Object.entries(variable).map(([input, { type, default: byDefault }]) =>
        byDefault === undefined ? [input, type, 'n/a', 'yes'] : [input, type, byDefault, 'no'],
      );
      const order = (one: unknown[]): string => `${one[3] === 'yes' ? 0 : 1}${String(one[0])}`;

      expect(told).toEqual(expected.sort((a, b) => (order(a) < order(b) ? -1 : 1)));
      expect(rows.map(([, description]) => description?.replaceAll('\\_', '_'))).toEqual(
        told.map(([input]) => variable[String(input)]?.description),
      );
    });

    test('has the outputs that Terraform reads', () => {
      const { output = {} } = json('outputs.tf.json');
      const told = rowsUnder(text, 'Outputs').map(([cell, description]) => [
        named(cell),
        description?.replaceAll('\\_', '_'),
      ]);

      expect(told).toEqual(
        Object.entries(output)
          .map(([label, { description }]) => [label, description])
          .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      );
    });

    test('has the resources, data sources and versions that Terraform reads', () => {
      const { data = {}, resource = {} } = json('main.tf.json');
      const labels = (blocks: typeof data): string[] =>
        Object.entries(blocks).flatMap(([type, byName]) =>
          Object.keys(byName).map((label) => `${type}.${label}`),
        );
      const told = rowsUnder(text, 'Resources').map(([cell, kind]) => [
        /\[(.*)\]/.exec(cell ?? '')?.[1],
        kind,
      ]);

      expect(told).toEqual([
        ...labels(resource).map((address) => [address, 'resource']),
        ...labels(data).map((address) => [address, 'data source']),
      ]);
      expect(rowsUnder(text, 'Requirements').map(([cell, version]) => [named(cell), version])).toEqual(
        versions(json('versions.tf.json')),
      );
    });

    test('has every rule, in the row of its input', () => {
      const rows = rowsUnder(text.replaceAll('\n###', '\n##'), 'Rules');
      const found = rows.flatMap(([, , codes = '']) => codes.match(/(?<=\[)\w+(?=\]\(https:)/g) ?? []);
      const all = Object.values(definition.inputs).flatMap((input) => input.rules);

      expect(found.sort()).toEqual(all.map(({ code }) => code).sort());
      rows.forEach(([, must = '', codes = '']) => {
        expect(must.split('<br>')).toHaveLength(codes.split('<br>').length);
        must.split('<br>').forEach((one) => {
          expect(one).toMatch(/^((each|keys and values) (\S+ ){0,3})?must /);
        });
      });
    });

    test('has no HTML entities, and no tags but anchors and what holds lines in a cell', () => {
      const outside = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
      const tags = outside.match(/<[a-z/][^>]*>/gi) ?? [];

      expect(text.match(/&(#\d+|#x[\da-f]+|[a-z]+\d*);/gi)).toBeNull();
      expect(tags.length).toBeGreaterThan(10);
      expect(tags.filter((tag) => !/^<(a name="\w+"|\/a|\/?pre|br\/?)>$/.test(tag))).toEqual([]);
    });

    test('has a row for all that inputs demand of each other, and none with a value', () => {
      const rows = rowsUnder(text.replaceAll('\n###', '\n##'), 'Rules between inputs');
      const expected = (definition.requirements ?? []).map(({ code, about }) => [
        about.map(snakeCase),
        code,
      ]);

      expect(
        rows.map(([inputs, , code]) => [inputs?.replaceAll('\\_', '_').split(', '), code]),
      ).toEqual(expected);
      rows.forEach(([, must]) => {
        expect(must).toMatch(/ must /);
        expect(must).not.toMatch(/, got|;/);
      });
    });

    test('says how the tests beside it are run', () => {
      const [run] = fencedBlocks(text).filter(({ language }) => language === 'sh');

      expect(run).toMatchObject({
        heading: 'Tests',
        text: 'terraform init && terraform test\n',
      });
      expect(readdirSync(join(folderOf(name), 'tests')).length).toBeGreaterThan(2);
    });

    test('links only to what is there', () => {
      const anchors = [
        ...headings(text).map((heading) => `#${heading}`),
        ...[...text.matchAll(/<a name="(\w+)">/g)].map(([, anchor]) => `#${anchor ?? ''}`),
      ];
      const missing = relativeLinks(text).filter((target) =>
        target.startsWith('#')
          ? !anchors.includes(target.replaceAll('\\', ''))
          : !isThere(join(folderOf(name), target)),
      );

      expect(missing).toEqual([]);
    });

    test('links to its examples, the smaller one first', () => {
      const links = relativeLinks(text).filter((target) => target.startsWith('examples/'));

      const takeOver = isThere(join(folderOf(name), 'examples/take-over'))
        ? ['examples/take-over']
        : [];
      expect(links).toEqual([...takeOver, 'examples/minimal', 'examples/complete']);
    });

    test('has its inputs on the first screens, and is not long', () => {
      const before = text.split('\n## Inputs\n')[0] ?? '';

      expect(before.split('\n').length).toBeLessThan(40);
      expect(text.split('\n').length).toBeLessThan(385);
    });
  },
);

test.each(catalog.map((definition) => [definition.name, definition] as const))(
  'the README of %s says of each procedure what comes out otherwise, and why',
  (name, definition) => {
    const text = readFileSync(join(folderOf(name), 'README.md'), 'utf8');
  const procedures = PAGES.flatMap((page) => page.procedures).filter(
    ({ module }) => module === name,
  );

  expect(procedures.map(({ heading }) => heading).sort()).toEqual(
    definition.cases.map(({ procedure }) => procedure).sort(),
  );
  for (const { heading, defaults } of procedures) {
    const differs = definition.cases.find(({ procedure }) => procedure === heading)?.differs;
    const differing = defaults.page.length + defaults.module.length > 0;

    expect((differs?.length ?? 0) > 0).toBe(differing);
    for (const { page, module, why, see } of differs ?? []) {
      expect(text).toContain(`| ${page} [(page)](${see}) | ${module} | ${why} |`);
    }
  }
},
);

function versions({ terraform = {} }: TerraformJson): unknown[][] {
  const providers = terraform.required_providers as Record<string, { version: string }>;
  return [
    ['terraform', terraform.required_version],
    ...Object.entries(providers).map(([name, { version }]) => [name, version]),
  ];
}
