import { Construct } from 'constructs';
import { Expr } from '../../../generator/expression';
import { document } from '../../../modules/iam/document';
import { always, is, isEmpty, isNot, isNotEmpty } from '../../../modules/iam/permissions/model';
import type { StatementPermission } from '../../../modules/iam/permissions/model';
import { trusts } from '../../../modules/iam/trust-policy';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
type Options = Parameters<typeof document>[4];
type Rest = [Parameters<typeof document>[2], Options?];

const at = (path: string) => new Expr(`var.${path}`);

function localsOf(name: string, ...[statements, options]: Rest) {
  let address: unknown;
  const { locals } = emittedStack(newFolder(), (stack) => {
    address = document(new Construct(stack, 'Default'), name, statements, at, options).expression;
  });
  return { address, locals };
}

const reads: StatementPermission = {
  id: 'read',
  kind: 'statement',
  address: 'aws_iam_policy.this',
  when: [],
  granted_to: [],
  actions: always('s3:GetObject'),
  resources: always('arn:${partition}:s3:::x/*'),
  conditions: [],
  reason: 'Why.',
  see: 'https://example.com',
};
const READS = {
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:${var.partition}:s3:::x/*',
};

test('a document is a local in which a reader sees the JSON of IAM', () => {
  expect(localsOf('own_policy', [reads])).toEqual({
    address: 'local.own_policy',
    locals: { own_policy: { Version: '2012-10-17', Statement: [READS] } },
  });
});

test('a statement has its id, where it is asked for, in letters and digits', () => {
  const { locals } = localsOf('own_policy', [{ ...reads, id: 'read_any_s3_object' }], {
    withSids: true,
  });

  expect(locals).toMatchObject({
    own_policy: { Statement: [{ Sid: 'ReadAnyS3Object', ...READS }] },
  });
});

test('a statement says in its place when it is there', () => {
  const actions = always('s3:GetObject', 's3:PutObject');
  const writes = { ...reads, actions, when: [is('write', true)] };

  expect(localsOf('own_policy', [reads, writes]).locals).toEqual({
    '//': { own_statements: 'A statement without a resource is left out.' },
    own_statements: [
      READS,
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: '${var.write ? "arn:${var.partition}:s3:::x/*" : ""}',
      },
    ],
    own_policy: {
      Version: '2012-10-17',
      Statement:
        '${[for statement in local.own_statements : statement if length(statement.Resource) > 0]}',
    },
  });
});

test('an empty collection of resources leaves the statement out by itself', () => {
  const each = {
    ...reads,
    when: [isNotEmpty('arns'), is('on', true)],
    resources: [{ text: '${each.value}', for_each: 'arns' }],
  };

  expect(localsOf('own_policy', [each]).locals).toMatchObject({
    own_statements: [{ Resource: '${var.on ? sort(var.arns) : []}' }],
  });
});

test('a trust that is switched off names nobody', () => {
  const services = always('ssm.amazonaws.com');
  const conditions = [
    { operator: 'StringEquals', key: 'a', values: always('x') },
    { operator: 'ArnLike', key: 'b', values: always('y', 'z') },
    { operator: 'StringEquals', key: 'c', values: always('w') },
  ];
  const see = 'https://example.com';
  const trust = trusts({ id: 't', when: [is('on', true)], services, conditions, reason: 'r', see });

  expect(localsOf('trust_policy', [trust]).locals).toEqual({
    '//': { trust_statements: 'A statement without a service is left out.' },
    trust_statements: [
      {
        Effect: 'Allow',
        Principal: { Service: '${var.on ? "ssm.amazonaws.com" : ""}' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { a: 'x', c: 'w' }, ArnLike: { b: ['y', 'z'] } },
      },
    ],
    trust_policy: {
      Version: '2012-10-17',
      Statement:
        '${[for statement in local.trust_statements : statement if length(statement.Principal.Service) > 0]}',
    },
  });
});

test('accounts are trusted beside services', () => {
  const why = { reason: 'r', see: 'https://example.com' };
  const accounts = always('arn:aws:iam::123456789012:root');
  const account = trusts({ ...why, id: 'a', when: [is('on', true)], accounts });
  const service = trusts({ ...why, id: 's', services: always('ssm.amazonaws.com') });

  expect(localsOf('trust_policy', [account, service]).locals).toMatchObject({
    '//': { trust_statements: 'A statement without a principal is left out.' },
    trust_statements: [
      { Principal: { AWS: '${var.on ? "arn:aws:iam::123456789012:root" : ""}' } },
      { Principal: { Service: 'ssm.amazonaws.com' } },
    ],
    trust_policy: {
      Statement:
        '${[for statement in local.trust_statements : statement if length(one(values(statement.Principal))) > 0]}',
    },
  });
});

test('an empty collection of services leaves a trust out by itself', () => {
  const services = [
    { text: '${each.value}', for_each: 'names' },
    { text: 'x', when: [{ value: 'names', test: 'contains', operands: ['y'] } as const] },
  ];
  const trust = trusts({ id: 't', when: [isNotEmpty('names')], services, reason: 'r', see: 's' });

  expect(localsOf('trust_policy', [trust]).locals).toMatchObject({
    trust_statements: [
      {
        Principal: {
          Service: '${concat(sort(var.names), contains(var.names, "y") ? ["x"] : [])}',
        },
      },
    ],
  });
});

test('another test on the collection is not left out', () => {
  const services = [
    { text: '${each.value}', for_each: 'names' },
    { text: 'x', when: [isEmpty('names')] },
  ];
  const trust = trusts({ id: 't', when: [isNotEmpty('names')], services, reason: 'r', see: 's' });

  expect(localsOf('trust_policy', [trust]).locals).toMatchObject({
    trust_statements: [
      {
        Principal: {
          Service:
            '${length(var.names) > 0 ? concat(sort(var.names), length(var.names) == 0 ? ["x"] : []) : []}',
        },
      },
    ],
  });
});

test('a statement whose every resource hangs on something may be left out', () => {
  const resources = [
    { text: 'a', when: [is('on', true)] },
    { text: '${each.value}', for_each: 'arns' },
  ];

  expect(localsOf('own_policy', [{ ...reads, resources }]).locals).toMatchObject({
    own_statements: [{ Resource: '${concat(var.on ? ["a"] : [], sort(var.arns))}' }],
  });
  const either = [
    { text: 'a', when: [isNot('x', 'b')] },
    { text: 'b', when: [is('x', 'b')] },
  ];
  expect(localsOf('own_policy', [{ ...reads, resources: either }]).locals).not.toHaveProperty(
    'own_statements',
  );
});

test('a statement that is repeated as a whole is refused, and not written once', () => {
  expect(() => localsOf('own_policy', [{ ...reads, for_each: 'arns' }])).toThrow(
    'read is repeated: a document has each statement once, so repeat its resources',
  );
});

test('a condition for each element of a map is a map of conditions', () => {
  const tags = {
    operator: 'StringLike',
    key: 'ssm:resourceTag/${each.key}',
    values: always('${each.value}'),
    for_each: 'tags',
  };
  const { locals } = localsOf('own_policy', [{ ...reads, conditions: [tags] }]);

  expect(locals).toMatchObject({
    own_policy: {
      Statement: [
        {
          Condition: {
            StringLike: '${{ for key, value in var.tags : "ssm:resourceTag/${key}" => value }}',
          },
        },
      ],
    },
  });
});
