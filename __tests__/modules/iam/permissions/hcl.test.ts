import { Expr, Reference, expr } from '../../../../generator/expression';
import { conditionOf, pathsOf, textOf, valuesOf } from '../../../../modules/iam/permissions/hcl';
import {
  always,
  doesNotContain,
  is,
  isEmpty,
  isNot,
  isNotEmpty,
  startsWith,
} from '../../../../modules/iam/permissions/model';
import type { Term, When } from '../../../../modules/iam/permissions/model';

const at = (path: string) => new Expr(`var.${path}`);

// that Terraform gives the verdicts that are given offline is for e2e/permission-language.test.ts
const tests: readonly (readonly [When, string])[] = [
  [is('x', true), 'var.x'],
  [is('x', false), '!var.x'],
  [isNot('x', true), '!var.x'],
  [is('x', null), 'var.x == null'],
  [isNot('x', null), 'var.x != null'],
  [is('x', 'a'), 'var.x == "a"'],
  [isNot('x', '${a}'), 'var.x != "$${a}"'],
  [is('x', 'a', 'b'), '(var.x == "a" || var.x == "b")'],
  [isNot('x', 'a', 'b'), '(var.x != "a" && var.x != "b")'],
  [{ value: 'x', test: 'contains', operands: ['a'] }, 'contains(var.x, "a")'],
  [
    { value: 'x', test: 'contains', operands: ['a', 'b'] },
    '(contains(var.x, "a") || contains(var.x, "b"))',
  ],
  [doesNotContain('x', 'a'), '!contains(var.x, "a")'],
  [doesNotContain('x', 'a', 'b'), '(!contains(var.x, "a") && !contains(var.x, "b"))'],
  [startsWith('x', 'a-'), 'startswith(var.x, "a-")'],
  [startsWith('x', 'a', 'b'), '(startswith(var.x, "a") || startswith(var.x, "b"))'],
  [isEmpty('x'), 'length(var.x) == 0'],
  [isNotEmpty('x'), 'length(var.x) > 0'],
];

test.each(tests)('%j is tested by %s', (when, condition) => {
  expect(conditionOf([when], at).expression).toBe(condition);
});

test('without a test it always holds', () => {
  expect(conditionOf([], at)).toEqual(expr`true`);
});

test('what IAM has to fill in stays as it is', () => {
  expect(textOf('user/${aws:username}/${path}', at)).toBe('user/$${aws:username}/${var.path}');
});

test('all tests have to hold', () => {
  expect(conditionOf([is('x', true), isNotEmpty('y')], at)).toEqual(
    expr`var.x && length(var.y) > 0`,
  );
});

test('a path is an input, or what the module says it is', () => {
  const s3Buckets = new Reference('s3_buckets', 'var.s3_buckets');
  const paths = pathsOf({ s3Buckets }, { partition: expr`local.partition` });

  expect(paths('s3_buckets')).toBe(s3Buckets);
  expect(paths('partition')).toEqual(expr`local.partition`);
  expect(() => paths('account_id')).toThrow('speaks of account_id, which the module does not have');
});

test('a text is a template', () => {
  expect(textOf('arn:${partition}:x:${folder(prefix)}*', at)).toBe(
    'arn:${var.partition}:x:${try("${trimsuffix(var.prefix, "/")}/", "")}*',
  );
});

const EC2: readonly Term[] = [
  { text: 'ec2', when: [isNot('partition', 'aws-cn')] },
  { text: 'ec2.cn', when: [is('partition', 'aws-cn')] },
];

test.each<[string, readonly Term[], readonly When[], unknown]>([
  ['one text', always('a'), [], 'a'],
  ['several texts', always('a', '${b}'), [], ['a', '${var.b}']],
  ['a text under a condition', always('a'), [is('x', true)], '${var.x ? "a" : ""}'],
  [
    'several texts under a condition',
    always('a', 'b'),
    [is('x', true)],
    '${var.x ? concat(["a"], ["b"]) : []}',
  ],
  ['an input under a condition', always('${b}'), [is('x', true)], '${var.x ? var.b : ""}'],
  ['one of two texts', EC2, [], '${var.partition == "aws-cn" ? "ec2.cn" : "ec2"}'],
  [
    'one of two texts under a condition',
    EC2,
    [is('x', true)],
    '${var.x ? (var.partition == "aws-cn" ? "ec2.cn" : "ec2") : ""}',
  ],
  ['each of a set', [{ text: '${each.value}', for_each: 'arns' }], [], '${sort(var.arns)}'],
  [
    'some of a set',
    [{ text: '${each.value}', for_each: 'arns', when: [isNot('each.value', 'a')] }],
    [],
    '${[for value in var.arns : value if value != "a"]}',
  ],
  [
    'a text for each of a list',
    [{ text: 'x/${each.value.name}', for_each: 'list', when: [is('each.value.on', true)] }],
    [],
    '${[for value in var.list : "x/${value.name}" if value.on]}',
  ],
  [
    'texts of which some are there under conditions',
    [{ text: 'a' }, { text: 'b', when: [is('x', true)] }],
    [],
    '${concat(["a"], var.x ? ["b"] : [])}',
  ],
])('%s', (_, terms, when, expected) => {
  expect(valuesOf(terms, at, when)).toEqual(expected);
});

test('where there is no element, something else stands for one', () => {
  const term = { text: 'x/${each.value}', for_each: 'names', otherwise: '*' };

  expect(valuesOf([term], at)).toBe(
    '${[for value in coalescelist(sort(var.names), ["*"]) : "x/${value}"]}',
  );
});
