import { Expr } from '../../generator/expression';
import { literalExpression } from '../../generator/hcl';
import { conditionOf, textOf, valuesOf } from '../../modules/iam/permissions/hcl';
import {
  doesNotContain,
  is,
  isEmpty,
  isNot,
  isNotEmpty,
  startsWith,
} from '../../modules/iam/permissions/model';
import type { Term, When } from '../../modules/iam/permissions/model';
import { filled, holds, textsOf } from '../../modules/iam/permissions/placeholders';
import { describeEndToEnd } from './harness/suite';

const scope = {
  on: true,
  off: false,
  text: '/a*$b?/',
  nothing: null,
  names: ['ec2.amazonaws.com', 'x'],
  nobody: [],
  prefix: 'logs/',
  buckets: [
    { name: 'a', access: 'read', key: null },
    { name: 'b', access: 'write', key: 'arn:key' },
  ],
};

const TESTS: readonly When[] = [
  ...['on', 'off'].flatMap((path) => [is(path, true), is(path, false), isNot(path, true)]),
  ...['text', 'nothing'].flatMap((path) => [is(path, null), isNot(path, null)]),
  ...['text', 'prefix', 'nothing'].flatMap((path) => [
    is(path, 'logs/'),
    isNot(path, 'logs/'),
    is(path, 'logs/', 'x'),
    isNot(path, 'logs/', 'x'),
  ]),
  startsWith('prefix', 'logs'),
  startsWith('prefix', 'x', 'l'),
  startsWith('prefix', 'ogs'),
  ...['names', 'nobody'].flatMap((path): When[] => [
    isEmpty(path),
    isNotEmpty(path),
    { value: path, test: 'contains', operands: ['x'] },
    { value: path, test: 'contains', operands: ['y', 'x'] },
    { value: path, test: 'contains', operands: ['y', 'z'] },
    doesNotContain(path, 'x'),
    doesNotContain(path, 'y', 'z'),
  ]),
];

const TEXTS = [
  'role${text}x',
  'b/${folder(prefix)}*',
  'b/${folder(text)}*',
  'b/${folder(nothing)}*',
];

const TERMS: readonly (readonly Term[])[] = [
  [{ text: '${each.value}', for_each: 'names' }],
  [{ text: '${each.value}', for_each: 'nobody' }],
  [{ text: 'x/${each.value}', for_each: 'names', otherwise: '*' }],
  [{ text: 'x/${each.value}', for_each: 'nobody', otherwise: '*' }],
  [
    {
      text: 'arn:${each.value.name}',
      for_each: 'buckets',
      when: [is('each.value.access', 'read')],
    },
    { text: '${each.value.key}', for_each: 'buckets', when: [isNot('each.value.key', null)] },
  ],
  [
    { text: 'one', when: [isNot('text', 'y')] },
    { text: 'other', when: [is('text', 'y')] },
  ],
  [{ text: 'a' }, { text: 'b', when: [is('on', true)] }, { text: 'c', when: [is('off', true)] }],
];

describeEndToEnd('the language of permissions', (bench) => {
  const at = (path: string) => new Expr(`local.${path}`);
  let planned: Record<string, unknown>;
  const texts = (values: string | string[]): unknown =>
    typeof values === 'string' && values.startsWith('${')
      ? values.replace(/^\$\{(.*)\}$/s, '${[for one in flatten([$1]) : one if one != ""]}')
      : [values].flat();

  beforeAll(async () => {
    const values = {
      tests: TESTS.map((when) => conditionOf([when], at).inString),
      texts: TEXTS.map((text) => textOf(text, at)),
      terms: TERMS.map((terms) => texts(valuesOf(terms, at))),
      switched_off: TERMS.map((terms) => texts(valuesOf(terms, at, [is('off', true)]))),
    };
    const workspace = bench().workspace({
      locals: Object.fromEntries(
        Object.entries(scope).map(([name, value]) => [name, `\${${literalExpression(value)}}`]),
      ),
      output: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
    });
    await workspace.init();
    const { output_changes = {} } = await workspace.plan();
    planned = Object.fromEntries(
      Object.entries(output_changes).map(([name, { after }]) => [name, after]),
    );
  });

  test('has the same verdicts offline as Terraform has at plan', () => {
    expect(planned.tests).toEqual(TESTS.map((when) => holds([when], scope)));
  });

  test('has the same texts', () => {
    expect(planned.texts).toEqual(TEXTS.map((text) => filled(text, scope)));
  });

  test('has the same lists, and none where they are switched off', () => {
    expect(planned.terms).toEqual(TERMS.map((terms) => textsOf(terms, scope)));
    expect(planned.switched_off).toEqual(TERMS.map(() => []));
  });
});
