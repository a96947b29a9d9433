import type { Input } from '../../generator/inputs';
import { snakeCase } from '../../generator/names';
import { catalog } from '../../modules/catalog';
import { emittedModule } from '../fixtures/emitted-module';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

describe.each(catalog.map((definition) => [definition.name, definition] as const))(
  'the messages of %s',
  (_, definition) => {
    const messagesOf = (configuration: object): string[] =>
      [...JSON.stringify(configuration).matchAll(/"error_message":("(?:[^"\\]|\\.)*")/g)].map(
        ([, message = '']) => String(JSON.parse(message)).replace(/\$\{[^}]*\}/g, ''),
      );
    const spelt = Object.keys(definition.inputs).filter((input) => input !== snakeCase(input));
    const { main, outputs } = emittedModule(definition);
    const inTerraform = messagesOf({ main, outputs });
    const inApp = messagesOf(
      emittedStack(newFolder(), (stack) => {
        definition.build(stack, 'ssm', definition.cases[0]?.inputs ?? {});
      }),
    );

    test('name variables in a module', () => {
      expect(inTerraform.length).toBeGreaterThan(1);
      expect(inTerraform.filter((text) => spelt.some((name) => text.includes(name)))).toEqual([]);
    });

    test('name props in an app, and say the same otherwise', () => {
      const translated = inApp.map((text) =>
        spelt.reduce((all, name) => all.replaceAll(name, snakeCase(name)), text),
      );

      expect(inApp.filter((text) => spelt.some((name) => text.includes(snakeCase(name))))).toEqual(
        [],
      );
      // each resource says it, whichever are made
      expect([...new Set(translated)].sort()).toEqual([...new Set(inTerraform)].sort());
    });
  },
);

describe.each(catalog.map(({ name, inputs }) => [name, inputs] as const))(
  'the rules of %s',
  (module, inputs) => {
    const rules = Object.entries<Input<unknown>>(inputs).flatMap(([input, { rules, nullable }]) =>
      rules.map((rule) => ({ ...rule, input, nullable })),
    );

    test('say of a name that it is not an ARN or a path', () => {
      const ofNames = rules.filter(
        ({ code }) => /^\w+Name$/.test(code) && !['ServiceName', 'RegionName'].includes(code),
      );
      const say = ofNames.map(({ remedy }) =>
        /give the name, not the ARN or (path|URL)/.test(remedy),
      );

      expect(new Set(say)).toEqual(new Set(ofNames.length === 0 ? [] : [true]));
    });

    test('say what null is for where there is a choice', () => {
      const silent = rules
        .filter(
          ({ nullable, attribute = '' }) => nullable || /^(prefix|kmsKeyArn)$/.test(attribute),
        )
        .filter(({ remedy }) => !/ or null (for|to) /.test(remedy));

      expect(silent.map(({ input, code }) => `${input} ${code}`)).toEqual([]);
    });

    // the root has no rules of its own about what it passes on
    const collections = Object.entries<Input<unknown>>(module === 'ssm-iam' ? {} : inputs)
      .filter(([, { type }]) => type.collection !== undefined)
      .map(([input, declared]) => ({ input, ...declared }));

    test.each(collections)(
      'refuse null in $input once, or leave it out',
      ({ input, type, rules }) => {
        const withNulls = type.collection === 'map' ? { One: null, two: undefined } : [null, null];
        const refusing = rules.filter((rule) => !rule.accepts(withNulls)).map(({ code }) => code);

        expect(type.accepts(withNulls)).toBe(true);
        expect(refusing).toHaveLength(input === 'tags' ? 0 : 1);
      },
    );
  },
);
