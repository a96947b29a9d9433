import { is } from '../../../../modules/iam/permissions/model';
import { conditions, trusts } from '../../../../modules/iam/permissions/trust';

test('conditions of a statement are told one by one, with what switches them on', () => {
  const when = is('guarded', true);

  expect(
    conditions({ StringEquals: { a: 'x', b: ['y', 'z'] }, ArnLike: { c: 'arn:*' } }, when),
  ).toEqual([
    { operator: 'StringEquals', key: 'a', values: [{ text: 'x' }], when: [when] },
    { operator: 'StringEquals', key: 'b', values: [{ text: 'y' }, { text: 'z' }], when: [when] },
    { operator: 'ArnLike', key: 'c', values: [{ text: 'arn:*' }], when: [when] },
  ]);
  expect(conditions(undefined)).toEqual([]);
  expect(conditions({ Bool: { d: 'true' } })[0]).not.toHaveProperty('when');
});

test('a trust allows assuming the role of the module, always unless told otherwise', () => {
  const trust = trusts({
    id: 't',
    services: [{ text: 'ssm.amazonaws.com' }],
    reason: 'r',
    see: 's',
  });

  expect(trust).toMatchObject({
    kind: 'trust',
    address: 'aws_iam_role.this',
    when: [],
    actions: [{ text: 'sts:AssumeRole' }],
    conditions: [],
  });
});
