import { Expr } from '../../generator/expression';
import { eachValue } from '../../generator/map-rules';
import { notNull, orNull } from '../../generator/null-rules';
import { attributeRule, each, matches, mistake, subject } from '../../generator/rules';
import { short, shortAnd } from '../fixtures/example-rules';

const X = new Expr<never>('x');
const form = matches({ ...short, pattern: '^a$', refused: 'b' });

test('where null is a choice, the way out says what it is for', () => {
  expect(mistake('note', orNull(short, 'for none'))).toBe(
    'note must be 1 to 3 letters; write another, or null for none',
  );
});

test('null in a collection is refused by the rule on its elements, with the way to leave it out', () => {
  const items = each(notNull(short));
  const values = eachValue(notNull(short));

  expect(mistake(subject('x', items), items)).toBe(
    'each of x must be 1 to 3 letters, and not null; write another, and leave nulls out, like [for v in [...] : v if v != null]',
  );
  expect(mistake(subject('x', values), values)).toBe(
    'each value of x must be 1 to 3 letters, and not null; write another, and leave nulls out, like { for k, v in {...} : k => v if v != null }',
  );
  expect(items.condition(X).expression).toBe(
    `alltrue([for item in x : ${shortAnd(false, 'item')}])`,
  );
  expect(each(notNull(form)).condition(X).expression).toBe(
    'alltrue([for item in x : can(regex("^a$", item))])',
  );
  expect(values.accepts({ a: 'b', c: null as never })).toBe(false);
  expect(values.accepts({ a: 'b' })).toBe(true);
  expect(values.accepts({ a: 'long' })).toBe(false);
});

test.each([
  ['null', [null], false],
  ['what is left open', [undefined], false],
  ['a null behind another', ['a', null], false],
  ['nothing', [], true],
  ['what the rule takes', ['a'], true],
])('of %s', (_, items, taken) => {
  expect(each(notNull(short)).accepts(items as string[])).toBe(taken);
});

test('an object that has to have an attribute is none either', () => {
  const named = each(notNull(attributeRule('name', form, false)));

  expect(named.accepts([null as never])).toBe(false);
  expect(named.accepts([{ name: 'a' }])).toBe(true);
  expect(named.condition(X).expression).toBe(
    'alltrue([for item in x : can(regex("^a$", item.name))])',
  );
});
