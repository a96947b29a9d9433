import { catalog, root } from '../../../modules/catalog';

const { overview, sections, data, expects } = root.domain;

test('what is asked for by which input is told by the modules, where they tell what they grant', () => {
  expect(overview).toContain(
    '| `automation_groups`, `automation_roles` | [automation-user-access](modules/automation-user-access/README.md#permissions) |',
  );
  expect(overview).toContain(
    '| `instance_profile` | [instance-profile](modules/instance-profile/README.md#permissions) |',
  );
});

test('no permission is told a second time, and who wants another input is told where to go', () => {
  expect(sections.filter((text) => text.startsWith('#'))).toEqual([
    '## Permissions',
    '## Other inputs',
  ]);
  expect(sections.join('\n')).not.toMatch(/\|/);
  expect(sections.join('\n')).toContain('[modules](modules)');
});

test('the contract has all permissions, none of them by default', () => {
  const permissions = data.permissions as { by_default: boolean }[];

  expect(permissions.length).toBeGreaterThan(20);
  expect(permissions.some((one) => one.by_default)).toBe(false);
});

describe('a plan has to show', () => {
  const called = (given: object): string[] =>
    (expects?.({ ...given }, () => undefined) ?? [])
      .map(({ condition }) => condition)
      .filter((condition) => condition.endsWith('== 1'));

  test('of every module that can be called whether it is', () => {
    const all = catalog
      .map(({ name }) => `length(module.${name.replace(/-/g, '_')}) == 0`)
      .filter((condition) => !condition.includes('s3_access_policy'));

    expect(expects?.({}, () => undefined).map(({ condition }) => condition)).toEqual(all);
  });

  test.each([
    [{ instance_profile: true, hybrid_service_role: false }, ['instance_profile']],
    [{ automation_service_role: true, automation_groups: [] }, ['automation_service_role']],
    [
      { automation_service_role: true, automation_groups: ['operators'] },
      ['automation_service_role', 'automation_user_access'],
    ],
    [{ automation_groups: ['operators'] }, []],
  ])('the modules that %j asks for', (given, modules) => {
    expect(called(given)).toEqual(modules.map((name) => `length(module.${name}) == 1`));
  });
});
