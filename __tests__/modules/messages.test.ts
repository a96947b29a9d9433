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
      expect(translated.sort()).toEqual(inTerraform.sort());
    });
  },
);
