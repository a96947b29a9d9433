import type { Document } from '../e2e/harness/account';
import { contentOf, difference, permissionsIn } from '../e2e/harness/iam-content';
import type { GrantedState } from '../e2e/harness/iam-content';

const ALLOW = {
  Sid: 'One',
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:PutObject'],
  Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'],
  Condition: { StringEquals: { 'aws:SourceAccount': ['1', '2'] }, Bool: { 'aws:x': 'true' } },
};
const TRUST = {
  Effect: 'Allow',
  Principal: { Service: ['ec2.amazonaws.com', 'ssm.amazonaws.com'] },
  Action: 'sts:AssumeRole',
};

const document = (...Statement: object[]): Document => ({ Version: '2012-10-17', Statement });
const permissions = (...statements: object[]): string[] => permissionsIn(document(...statements));

test('a statement is read as its permissions', () => {
  const condition = 'if Bool aws:x = true and StringEquals aws:SourceAccount = 1 or 2';
  expect(permissions(ALLOW)).toEqual([
    `Allow s3:GetObject on arn:aws:s3:::a/* ${condition}`,
    `Allow s3:GetObject on arn:aws:s3:::b/* ${condition}`,
    `Allow s3:PutObject on arn:aws:s3:::a/* ${condition}`,
    `Allow s3:PutObject on arn:aws:s3:::b/* ${condition}`,
  ]);
  expect(permissions(TRUST)).toEqual([
    'Allow sts:AssumeRole to Service ec2.amazonaws.com',
    'Allow sts:AssumeRole to Service ssm.amazonaws.com',
  ]);
});

test('what is negated stays together', () => {
  const negated = {
    Effect: 'Deny',
    NotPrincipal: { Service: ['ssm.amazonaws.com', 'ec2.amazonaws.com'] },
    NotAction: 'iam:*',
    NotResource: ['b', 'a'],
  };
  expect(permissions(negated)).toEqual([
    'Deny anything but [iam:*] on anything but [a, b] to anything but [Service ec2.amazonaws.com, Service ssm.amazonaws.com]',
  ]);
});

describe('documents are the same', () => {
  const alone = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

  test.each<[string, Document, Document]>([
    ['whatever their Sids', document(ALLOW), document({ ...ALLOW, Sid: 'Two' })],
    [
      'in any order',
      document(ALLOW, TRUST),
      document(TRUST, {
        ...ALLOW,
        Action: [...ALLOW.Action].reverse(),
        Resource: [...ALLOW.Resource].reverse(),
        Condition: {
          Bool: { 'aws:x': 'true' },
          StringEquals: { 'aws:SourceAccount': ['2', '1'] },
        },
      }),
    ],
    [
      'with one value alone or in a list',
      { Version: '2012-10-17', Statement: alone },
      document({ ...alone, Action: ['s3:GetObject'], Resource: ['*'] }),
    ],
    [
      'with a principal alone or in a list',
      document({ ...TRUST, Principal: { Service: 'ssm.amazonaws.com' } }),
      document({ ...TRUST, Principal: { Service: ['ssm.amazonaws.com'] } }),
    ],
    [
      'in one statement or in several',
      document(ALLOW),
      document(
        { ...ALLOW, Action: 's3:GetObject' },
        { ...ALLOW, Action: 's3:PutObject', Resource: 'arn:aws:s3:::a/*' },
        { ...ALLOW, Action: 's3:PutObject', Resource: 'arn:aws:s3:::b/*' },
      ),
    ],
  ])('%s', (_, one, other) => {
    expect(permissionsIn(one)).toEqual(permissionsIn(other));
  });
});

describe('documents are told apart', () => {
  test.each<[string, object, object]>([
    ['by an action more', ALLOW, { ...ALLOW, Action: [...ALLOW.Action, 's3:PutObjectAcl'] }],
    ['by an action less', ALLOW, { ...ALLOW, Action: ['s3:GetObject'] }],
    ['by an action', ALLOW, { ...ALLOW, Action: ['s3:GetObject', 's3:PutObjectAcl'] }],
    ['by a resource more', ALLOW, { ...ALLOW, Resource: [...ALLOW.Resource, '*'] }],
    ['by a resource', ALLOW, { ...ALLOW, Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b'] }],
    ['by a condition', ALLOW, { ...ALLOW, Condition: undefined }],
    [
      'by a test of a condition',
      ALLOW,
      { ...ALLOW, Condition: { StringEquals: ALLOW.Condition.StringEquals } },
    ],
    [
      'by the operator of a condition',
      ALLOW,
      {
        ...ALLOW,
        Condition: {
          ...ALLOW.Condition,
          StringEquals: undefined,
          StringLike: ALLOW.Condition.StringEquals,
        },
      },
    ],
    [
      'by the key of a condition',
      ALLOW,
      { ...ALLOW, Condition: { ...ALLOW.Condition, Bool: { 'aws:y': 'true' } } },
    ],
    [
      'by a value of a condition',
      ALLOW,
      {
        ...ALLOW,
        Condition: { ...ALLOW.Condition, StringEquals: { 'aws:SourceAccount': ['1', '3'] } },
      },
    ],
    ['by the effect', ALLOW, { ...ALLOW, Effect: 'Deny' }],
    [
      'by a principal',
      TRUST,
      { ...TRUST, Principal: { Service: ['ec2.amazonaws.com', 'ssm.amazonaws.com.cn'] } },
    ],
    ['by a principal less', TRUST, { ...TRUST, Principal: { Service: 'ec2.amazonaws.com' } }],
    [
      'by the kind of a principal',
      TRUST,
      { ...TRUST, Principal: { AWS: TRUST.Principal.Service } },
    ],
    ['by everybody as principal', TRUST, { ...TRUST, Principal: '*' }],
    ['by a negation of actions', ALLOW, { ...ALLOW, Action: undefined, NotAction: ALLOW.Action }],
    [
      'by a negation of resources',
      ALLOW,
      { ...ALLOW, Resource: undefined, NotResource: ALLOW.Resource },
    ],
    [
      'by a negation of principals',
      TRUST,
      { ...TRUST, Principal: undefined, NotPrincipal: TRUST.Principal },
    ],
  ])('%s', (_, one, other) => {
    expect(permissions(plain(one))).not.toEqual(permissions(plain(other)));
  });

  test('by the pairs of action and resource', () => {
    const [a, b] = ALLOW.Resource;
    const crossed = [
      { ...ALLOW, Action: 's3:GetObject', Resource: a },
      { ...ALLOW, Action: 's3:PutObject', Resource: b },
    ];
    expect(permissions(...crossed)).toHaveLength(2);
    expect(permissions(ALLOW)).toHaveLength(4);
  });

  test('by their language', () => {
    const older = { ...document(ALLOW), Version: '2008-10-17' };
    expect(permissionsIn(older)).not.toEqual(permissions(ALLOW));
  });

  /** What JSON makes of it: an element that is undefined is none. */
  function plain(statement: object): object {
    return JSON.parse(JSON.stringify(statement)) as object;
  }
});

test('an element that IAM does not know is no element', () => {
  expect(() => permissions({ ...ALLOW, Actions: '*' })).toThrow('Actions');
});

describe('a subject', () => {
  const MANAGED = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  const OWN = 'arn:aws:iam::123456789012:policy/path/Own';
  const state: GrantedState = {
    roles: {
      web: {
        path: '/',
        trust: document(TRUST),
        attached: [MANAGED, OWN],
        inline: { a: document({ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }) },
        profiles: ['web'],
        tags: {},
        boundary: MANAGED,
      },
    },
    policies: { Own: document({ Effect: 'Allow', Action: 'sns:*', Resource: '*' }) },
    users: { jane: [OWN] },
    groups: {},
    profiles: { web: { path: '/', roles: ['web'] } },
    inlineOfUsers: { jane: { b: document({ Effect: 'Deny', Action: 'ssm:*', Resource: '*' }) } },
  };

  test('that is a role is its trust, policies, permissions, profiles and boundary', () => {
    expect(contentOf(state, { kind: 'role', name: 'web' })).toEqual([
      `attached: ${OWN}`,
      `attached: ${MANAGED}`,
      `bounded by: ${MANAGED}`,
      'grants: Allow sns:* on *',
      'grants: Allow sqs:* on *',
      'profile: web',
      'trusts: Allow sts:AssumeRole to Service ec2.amazonaws.com',
      'trusts: Allow sts:AssumeRole to Service ssm.amazonaws.com',
    ]);
  });

  test('that is a user is its policies and permissions', () => {
    expect(contentOf(state, { kind: 'user', name: 'jane' })).toEqual([
      `attached: ${OWN}`,
      'grants: Allow sns:* on *',
      'grants: Deny ssm:* on *',
    ]);
  });

  test('that is a policy is its permissions', () => {
    expect(contentOf(state, { kind: 'policy', name: 'Own' })).toEqual(['grants: Allow sns:* on *']);
  });

  test('that is a policy may be split into several, told by how their names begin', () => {
    const all = (Action: string) => document({ Effect: 'Allow', Action, Resource: '*' });
    const policies = { 'Own-one': all('sns:*'), 'Own-two': all('sqs:*'), Owner: all('s3:*') };
    expect(contentOf({ ...state, policies }, { kind: 'policy', name: 'Own' })).toEqual([
      'grants: Allow sns:* on *',
      'grants: Allow sqs:* on *',
    ]);
  });

  test.each(['policy', 'role', 'user'] as const)('that is no %s is missed', (kind) => {
    expect(() => contentOf(state, { kind, name: 'nobody' })).toThrow(`no ${kind} nobody`);
  });

  test('of which an attached policy is gone is missed', () => {
    const without = { ...state, policies: {} };
    expect(() => contentOf(without, { kind: 'user', name: 'jane' })).toThrow('no policy Own');
  });
});

test('a difference is what one has and the other has not', () => {
  expect(difference(['a', 'b'], ['b', 'c'])).toEqual({ page: ['a'], module: ['c'] });
  expect(difference(['a'], ['a'])).toEqual({ page: [], module: [] });
});
