import type { TerraformJson } from '../../generator/terraform-json';
import { catalog } from '../../modules/catalog';
import { ALLOWED_STARS } from '../fixtures/allowed-stars';
import { emittedModule } from '../fixtures/emitted-module';

/** Arguments of resources that hold a document. */
const DOCUMENTS = ['policy', 'assume_role_policy'];

/** Each wildcard in a text, with the text before it; the stars of `[*]` and of products are Terraform's. */
function starsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flat().flatMap(starsIn);
  }
  if (typeof value !== 'string') {
    return [];
  }
  const text = value.replaceAll('[*]', '[]').replace(/(?<=[\d)]) \* (?=[(a-z])/g, ' × ');
  return [...text.matchAll(/\*/g)].map(({ index }) => {
    const upTo = text.slice(0, index + 1);
    return upTo.slice(upTo.lastIndexOf(' ') + 1);
  });
}

/** Locals, and the documents of resources, by their names. */
function places({ locals = {}, resource = {} }: TerraformJson): [string, unknown][] {
  const documents = Object.values(resource)
    .flatMap((byName) => Object.entries(byName))
    .flatMap(([name, block]) =>
      DOCUMENTS.map((argument): [string, unknown] => [`${name}.${argument}`, block[argument]]),
    );
  return [...Object.entries(locals).filter(([name]) => name !== '//'), ...documents];
}

describe.each(catalog.map((definition) => [definition.name, definition] as const))(
  '%s',
  (module, definition) => {
    const { main } = emittedModule(definition);

    test('grants no wildcard that has no reason here, and none of these without need', () => {
      const found = places(main).flatMap(([place, value]) =>
        starsIn(value).map((upTo) => `${place}: ${upTo}`),
      );
      const allowed = ALLOWED_STARS.filter(([name]) => name === module);

      expect(found.sort()).toEqual(allowed.map(([, place, upTo]) => `${place}: ${upTo}`).sort());
    });

    test('names every service and action in full', () => {
      expect(JSON.stringify(main)).not.toMatch(/"[a-z0-9-]+:\*\\?"/);
      expect(JSON.stringify(main)).not.toMatch(/\b(NotAction|NotResource|NotPrincipal)\b/);
    });
  },
);

test('every wildcard has its reason', () => {
  expect(ALLOWED_STARS.filter(([, , , why]) => why.length < 20)).toEqual([]);
});

test.each([
  [{ Action: '*' }, ['*']],
  [{ Resource: ['arn:aws:s3:::b/*', 'x'] }, ['arn:aws:s3:::b/*']],
  ['${[for x in y : "s3:Get*"]}', ['"s3:Get*']],
  ['${one(a.b[*].arn)}', []],
  ['${length(x) * (1 + 2)}', []],
  ['${1 + 2 * size}', []],
  ['${2 * size} s3:Get* x', ['s3:Get*']],
  ['arn:aws:s3:::b * (x', ['*']],
  [{ Action: ['s3:Get*', ' * '] }, ['s3:Get*', '*']],
])('the search for wildcards sees those of %j', (value, stars) => {
  expect(starsIn(value)).toEqual(stars);
});
