import { catalog, root } from '../../../modules/catalog';

const { overview, sections, expects } = root.domain;

test('the diagram shows who assumes each role and what it may do', () => {
  expect(overview).toContain(
    'hybrid_service_role_0(["ssm.amazonaws.com"]) -.->|"assumes"| hybrid_service_role\n',
  );
  expect(overview).toContain(
    'hybrid_service_role -.-> hybrid_service_role_1["AmazonSSMManagedInstanceCore"]\n',
  );
  expect(overview).toContain('automation_service_role_2["iam:PassRole"]\n');
});

test('the diagram shows what the modules have to do with each other', () => {
  expect(overview).toMatch(/^```mermaid\nflowchart LR\n/);
  expect(overview).toContain(`
  s3_access_policy -.->|"is attached to"| hybrid_service_role
  s3_access_policy -.->|"is attached to"| instance_profile
  instance_profile -.->|"has the role that runbooks pass on"| automation_service_role
  automation_service_role -.->|"is the role that people pass on"| automation_user_access
\`\`\`

Each role is there if its input asks for it; what it may do is drawn for an empty object.`);
});

test('the permissions follow, in the words of the objects', () => {
  expect(sections[0]).toBe('## Permissions');
  expect(sections.join('\n')).toContain('if `hybrid_service_role` is given');
});

describe('a plan has to show', () => {
  const called = (given: object): string[] =>
    (expects?.({ ...given }, () => undefined) ?? [])
      .map(({ condition }) => condition)
      .filter((condition) => condition.endsWith('== 1'));

  test('of every module whether it is called', () => {
    const all = catalog.map(({ name }) => `length(module.${name.replace(/-/g, '_')}) == 0`);

    expect(expects?.({}, () => undefined).map(({ condition }) => condition)).toEqual(all);
  });

  test('the modules whose objects are given', () => {
    expect(called({ instance_profile: {}, hybrid_service_role: null })).toEqual([
      'length(module.instance_profile) == 1',
    ]);
  });

  test.each([{ regions: ['us-east-2'] }, { s3_buckets: [{ name: 'example' }] }])(
    'the shared S3 policy for %j',
    (given) => {
      expect(called({ regions: [], s3_buckets: [], ...given })).toEqual([
        'length(module.s3_access_policy) == 1',
      ]);
    },
  );
});
