import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as binding from '../../generator/bind';
import { Expr, literal } from '../../generator/expression';
import { catalog, root } from '../../modules/catalog';
import { emittedModule } from '../fixtures/emitted-module';
import { emittedStack } from '../fixtures/emitted-stack';
import { MODULE_NAMES } from '../fixtures/module-names';
import { temporaryFolders } from '../fixtures/temporary-folder';

jest.mock<typeof binding>('../../generator/bind', () => {
  const actual = jest.requireActual<typeof binding>('../../generator/bind');
  return { ...actual, bind: jest.fn(actual.bind) };
});

const newFolder = temporaryFolders();

const MODULES = join(__dirname, '../../modules');
const names = catalog.map(({ name }) => name);

test('the modules are these, in alphabetical order', () => {
  expect(names).toEqual(MODULE_NAMES);
});

test('every folder but the vocabulary and the root is in the catalog', () => {
  const folders = readdirSync(MODULES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  expect(folders.filter((name) => !['iam', root.name].includes(name)).sort()).toEqual(names);
});

/** Maps whose keys alone have to be known at plan; the documents and ARNs in them may be unknown. */
const S3_POLICIES =
  '${toset(concat(keys(local.agent_policies), length(var.s3_buckets) > 0 ? ["buckets"] : []))}';
const KNOWN_BY_KEY = [S3_POLICIES, '${local.managed_policy_arns}'];

/** What some locals are made from, through all other locals. */
function rootsOf(locals: Readonly<Record<string, unknown>>, names: readonly string[]): string[] {
  const seen = new Set(names);
  const roots = new Set<string>();
  for (const name of seen) {
    const used = JSON.stringify(locals[name]).matchAll(/\b(local|var|data|aws_\w+)\.(\w+)/g);
    for (const [root, kind, label] of used) {
      if (kind === 'local') {
        seen.add(label ?? '');
      } else {
        roots.add(root);
      }
    }
  }
  return [...roots].sort();
}

test('what a local is made from is seen through other locals', () => {
  const locals = { a: '${local.b + var.x}', b: ['${local.c}'], c: '${data.d.e}', f: '${data.g}' };

  expect(rootsOf(locals, ['a'])).toEqual(['data.d', 'var.x']);
});

describe.each(catalog.map((definition) => [definition.name, definition] as const))(
  '%s',
  (name, definition) => {
    test.each(['cases.ts', 'construct.ts', 'differences.ts', 'inputs.ts', 'module.ts'])(
      'has its %s',
      (file) => {
        expect(existsSync(join(MODULES, name, file))).toBe(true);
      },
    );

    test('says in a sentence what it makes, and which AWS page it replaces', () => {
      expect(definition.summary).toMatch(/^[A-Z].{20,}\.$/);
      expect(definition.awsPage).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/systems-manager\//);
    });

    test('describes every input and output in sentences', () => {
      const descriptions = [
        ...Object.values(definition.inputs).map(({ description }) => description),
        ...Object.values<string>(definition.outputs),
      ];

      expect(descriptions.filter((text) => !/^[A-Z].*\.$/s.test(text))).toEqual([]);
    });

    test('has rules that cite a page of AWS, with a stable code', () => {
      const rules = Object.values(definition.inputs).flatMap((input) => input.rules);

      expect(rules.length).toBeGreaterThan(0);
      for (const { code, must, remedy, see } of rules) {
        expect(code).toMatch(/^[A-Z][A-Za-z0-9]+$/);
        expect(must).toMatch(/^must .*[^.]$/);
        expect(remedy).toMatch(/^[a-z].*[^.]$/);
        expect(see).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
      }
    });

    test('has cases that its own rules take, as they are and to the letter', () => {
      for (const { inputs, toTheLetter } of definition.cases) {
        for (const props of [inputs, { ...inputs, ...toTheLetter }]) {
          const build = () =>
            emittedStack(newFolder(), (stack) => {
              definition.build(stack, 'case', props);
            });

          expect(build).not.toThrow();
        }
      }
    });

    test('has cases that the letter of the page adds something to', () => {
      for (const { inputs, toTheLetter = {} } of definition.cases) {
        for (const [input, value] of Object.entries(toTheLetter)) {
          expect(value).not.toEqual(
            input in inputs ? inputs[input] : definition.inputs[input]?.default,
          );
        }
      }
    });

    test('says of each case what differs, where the letter of the page adds something', () => {
      for (const { differs, toTheLetter } of definition.cases) {
        // what no input undoes differs all the same: generated/readme.test.ts holds both to the page
        expect(differs.length > 0 || toTheLetter === undefined).toBe(true);
        expect(definition.differences).toEqual(expect.arrayContaining([...differs]));
      }
    });

    test('says in its cases and differences whole sentences, with a page of AWS', () => {
      const texts = [
        ...definition.cases.map(({ text }) => text),
        ...definition.differences.flatMap(({ page, module, why }) => [page, module, why]),
      ];
      const pages = [...definition.cases, ...definition.differences].map(({ see }) => see);

      expect(texts.filter((text) => !/^[A-Za-z`].*\.$/.test(text))).toEqual([]);
      expect(pages.filter((see) => !see.startsWith('https://docs.aws.amazon.com/'))).toEqual([]);
    });

    test('checks the requirements that it declares, and no others', () => {
      jest.mocked(binding.bind).mockClear();
      emittedModule(definition);
      const [, inputs, , requirements] = jest.mocked(binding.bind).mock.calls[0] ?? [];

      expect(inputs).toBe(definition.inputs);
      expect(requirements).toBe(definition.requirements);
    });

    test('has no key or count that hangs on a data source', () => {
      const { main } = emittedModule(definition);
      const blocks = Object.values({ ...main.resource, ...main.data }).flatMap((byName) =>
        Object.values(byName),
      );
      const keys = blocks.flatMap(({ count, for_each }) => [count, for_each]).filter(Boolean);

      expect(keys.length).toBeGreaterThan(0);
      expect(
        keys
          .map(String)
          .filter((key) => /\b(data|local)\./.test(key) && !KNOWN_BY_KEY.includes(key)),
      ).toEqual([]);
    });

    test('attaches managed policies whose names hang on no data source either', () => {
      const { locals = {}, resource } = emittedModule(definition).main;
      const attaches = 'managed' in (resource?.aws_iam_role_policy_attachment ?? {});
      const keys = attaches ? ['managed_policies'] : [];

      expect(String(locals.managed_policy_arns)).toMatch(
        attaches
          ? /^\$\{\{ for policy, attached in local\.managed_policies : basename\(policy\) => "[^"]*" if attached \}\}$/
          : /^undefined$/,
      );
      expect(rootsOf(locals, keys).filter((root) => !root.startsWith('var.'))).toEqual([]);
    });

    test('has no precondition that waits for another one, whose failure would hide its own', () => {
      const { locals = {}, resource = {} } = emittedModule(definition).main;
      const blocks = Object.entries(resource).flatMap(([type, byName]) =>
        Object.entries(byName).map(([label, block]) => [`${type}.${label}`, block] as const),
      );
      const guarded = blocks.filter(([, block]) =>
        JSON.stringify(block).includes('"precondition":[{'),
      );
      const addresses: readonly string[] = guarded.map(([address]) => address);

      // elsewhere what is demanded stands on the first output
      const made = blocks.map(([address]) => address);
      expect(addresses).toEqual(made.filter((one) => /_policy\.(own|session|this)$/.test(one)));
      for (const [address, block] of guarded) {
        const roots = rootsOf({ ...locals, [address]: block }, [address]);

        expect(roots.filter((root) => addresses.includes(root))).toEqual([]);
      }
    });

    test('makes S3 policies whose keys hang on no data source either', () => {
      const { locals = {}, resource } = emittedModule(definition).main;
      const { s3 } = resource?.aws_iam_policy ?? {};

      expect([undefined, S3_POLICIES]).toContain(s3?.for_each);
      expect(
        rootsOf({ ...locals, keys: s3?.for_each ?? '' }, ['keys']).filter(
          (root) => !root.startsWith('var.'),
        ),
      ).toEqual([]);
    });
  },
);

describe('the limits that a rule tells', () => {
  const rules = [...catalog, root].flatMap(({ name, inputs }) =>
    Object.entries(inputs).flatMap(([input, declared]) =>
      declared.rules.flatMap((rule) =>
        rule.limits === undefined
          ? []
          : [
              [
                name,
                input,
                rule.code,
                rule.limits,
                rule.condition(new Expr('it')).expression,
              ] as const,
            ],
      ),
    ),
  );

  test.each(rules)('of %s: %s [%s] stand in its condition', (_, __, ___, limits, condition) => {
    const { one_of = [], pattern, shortest, longest, most, absent = false, ...others } = limits;
    const texts = [
      ...one_of.map((value) => literal(value).expression),
      ...(pattern === undefined ? [] : [literal(pattern).expression]),
      ...(shortest === undefined ? [] : [` >= ${shortest}`]),
      ...(longest === undefined ? [] : [` <= ${longest}`]),
      ...(absent ? ['true'] : []),
    ];

    expect(texts.filter((text) => !condition.includes(text))).toEqual([]);
    expect(
      most === undefined ||
        [` <= ${most}`, ` < ${most + 1}`].some((text) => condition.endsWith(text)),
    ).toBe(true);
    expect(others).toEqual({});
  });

  test('are those of many rules', () => {
    expect(new Set(rules.map(([, , code]) => code)).size).toBeGreaterThan(10);
  });
});
