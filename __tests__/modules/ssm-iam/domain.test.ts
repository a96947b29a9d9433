import { mermaid } from '../../../contract/diagram';
import { catalog, root } from '../../../modules/catalog';

const { diagram, sections, expects } = root.domain;

test('the diagram shows who assumes each role and what it may do', () => {
  const drawn = mermaid(diagram);

  expect(drawn).toContain('  hybrid_service_role["hybrid_service_role"]\n');
  expect(drawn).toContain('  hybrid_service_role_0(["ssm.amazonaws.com"])\n');
  expect(drawn).toContain('  hybrid_service_role_0 -.->|"assumes"| hybrid_service_role\n');
  expect(drawn).toContain('  hybrid_service_role_1["AmazonSSMManagedInstanceCore"]\n');
  expect(drawn).toContain('  hybrid_service_role -.-> hybrid_service_role_1\n');
  expect(drawn).toContain('  automation_service_role_2["iam:PassRole"]\n');
});

test('the diagram shows what the modules have to do with each other', () => {
  expect(mermaid(diagram)).toContain(`
  s3_access_policy -.->|"is attached to"| hybrid_service_role
  s3_access_policy -.->|"is attached to"| instance_profile
  instance_profile -.->|"has the role that runbooks pass on"| automation_service_role
  automation_service_role -.->|"is the role that people pass on"| automation_user_access`);
});

test('every arrow of every module leads from a box to a box', () => {
  for (const { domain } of [...catalog, root]) {
    const ids = domain.diagram.nodes.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    const ends = domain.diagram.edges.flatMap(({ from, to }) => [from, to]);
    expect(ends.filter((end) => !ids.includes(end))).toEqual([]);
  }
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
