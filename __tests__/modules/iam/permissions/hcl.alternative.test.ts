import { isAlternative } from '../../../../modules/iam/permissions/hcl';
import { contains, is, isNot } from '../../../../modules/iam/permissions/model';
import type { Term } from '../../../../modules/iam/permissions/model';

const elsewhere: Term = { text: 'ec2.amazonaws.com', when: [isNot('partition', 'aws-cn')] };
const inChina: Term = { text: 'ec2.amazonaws.com.cn', when: [is('partition', 'aws-cn')] };

test('of two texts always one is there if each is there where the other is not', () => {
  expect(isAlternative([elsewhere, inChina])).toBe(true);
});

test.each<[string, Term[]]>([
  ['nothing', []],
  ['one', [elsewhere]],
  ['three', [elsewhere, inChina, { text: 'ssm.amazonaws.com' }]],
  ['the other way round', [inChina, elsewhere]],
  ['the first for each of a list', [{ ...elsewhere, for_each: 'services' }, inChina]],
  ['the second for each of a list', [elsewhere, { ...inChina, for_each: 'services' }]],
  ['the first always', [{ text: 'a' }, inChina]],
  ['the second always', [elsewhere, { text: 'b' }]],
  ['both always', [{ text: 'a' }, { text: 'b' }]],
  [
    'the first under one more test',
    [{ ...elsewhere, when: [isNot('partition', 'aws-cn'), is('on', true)] }, inChina],
  ],
  [
    'the second under one more test',
    [elsewhere, { ...inChina, when: [is('partition', 'aws-cn'), is('on', true)] }],
  ],
  ['tests of two values', [elsewhere, { ...inChina, when: [is('region', 'aws-cn')] }]],
  ['tests for two operands', [elsewhere, { ...inChina, when: [is('partition', 'aws-us-gov')] }]],
  ['a test of another kind', [elsewhere, { ...inChina, when: [contains('partition', 'aws-cn')] }]],
  ['the same test twice', [inChina, inChina]],
])('not of %s', (_, terms) => {
  expect(isAlternative(terms)).toBe(false);
});
