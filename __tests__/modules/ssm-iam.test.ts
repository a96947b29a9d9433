import { synthesize } from '../../generator/interface';
import { unmet } from '../../generator/requirements';
import { catalog, root } from '../../modules/catalog';
import { CALLS, callsOf } from '../../modules/ssm-iam/calls';
import { inputs } from '../../modules/ssm-iam/inputs';
import { rootModule } from '../../modules/ssm-iam/module';
import { requirements } from '../../modules/ssm-iam/requirements';
import * as samples from '../../modules/ssm-iam/samples';
import { emittedModule, inputTable } from '../fixtures/emitted-module';

describe('construct', () => {
  const emitted = emittedModule(root);
  const { main, outputs } = emitted;

  test('the root has calls, and no resource, data source or local of its own', () => {
    expect(Object.keys(main).sort()).toEqual(['//', 'module']);
  });

  test('every variable and output that is read is one', () => {
    const read = [...JSON.stringify([main, outputs]).matchAll(/\bvar\.(\w+)/g)];
    const variables = Object.keys(emitted.variables.variable ?? {});
    const ofModules = [
      ...JSON.stringify([main, outputs]).matchAll(/\bmodule\.(\w+)\[\*\]\.(\w+)/g),
    ];
    const known = catalog.flatMap((module) =>
      Object.keys(emittedModule(module).outputs.output ?? {}).map(
        (output) => `${module.name.replace(/-/g, '_')}.${output}`,
      ),
    );

    expect([...new Set(read.map(([, name]) => name))].sort()).toEqual(variables.sort());
    expect(ofModules.map(([, module = '', output = '']) => `${module}.${output}`).sort()).toEqual([
      'automation_service_role.role_arn',
      'hybrid_service_role.s3_policy_arns',
      'instance_profile.role_arn',
      'instance_profile.s3_policy_arns',
      'notification_role.role_arn',
    ]);
    expect(
      ofModules.filter(([, module = '', output = '']) => !known.includes(`${module}.${output}`)),
    ).toEqual([]);
  });
});

describe('domain', () => {
  const { sections, data, expects } = root.domain;

  test('no permission is told a second time, and who wants another input is told where to go', () => {
    expect(sections.filter((text) => text.startsWith('#'))).toEqual([
      '## Permissions',
      '## Other inputs',
      '## Take over what exists',
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
      const all = Object.keys(CALLS).map(
        (name) => `length(module.${name.replace(/-/g, '_')}) == 0`,
      );

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
});

describe('inputs', () => {
  const emitted = emittedModule(root);
  const table = inputTable(emitted);

  test('none is an object, of which Terraform would drop a misspelt attribute', () => {
    const objects = Object.values(table).filter(([type]) => String(type).startsWith('object('));

    expect(objects).toEqual([]);
  });

  // the path is that of policies as well as of roles, and of the ARN of a role that is passed
  test('a rule stands in the module that owns the input', () => {
    const ruled = Object.entries(inputs).filter(([, { rules }]) => rules.length > 0);

    expect(ruled.map(([name]) => name)).toEqual(['namePrefix', 'path']);
  });

  describe('the prefix of names', () => {
    const [rule] = inputs.namePrefix.rules;

    test.each([
      ['', true],
      ['team-', true],
      ['a'.repeat(32), true],
      ['a'.repeat(33), false],
      ['my team', false],
      ['a/b', false],
    ])('may be "%s": %j', (prefix, verdict) => {
      expect(rule?.accepts(prefix)).toBe(verdict);
    });

    test('leaves room for every default name within what IAM takes', () => {
      const prefixed = callsOf(catalog).filter(({ inputs: given }) => 'roleName' in given);
      const names = prefixed.flatMap(({ called }) =>
        [called.inputs.roleName?.default].filter(Boolean),
      );

      expect(names.length).toBeGreaterThan(2);
      expect(names.filter((name) => `${'a'.repeat(32)}${String(name)}`.length > 64)).toEqual([]);
    });
  });
});

describe('module', () => {
  const model = synthesize(root).interface;

  test('a module that is added to the catalog stands beside it, and changes nothing', () => {
    const [first = root] = catalog;
    const added = { ...first, name: 'maintenance-window-role' };

    expect(emittedModule(rootModule([...catalog, added]))).toEqual(emittedModule(root));
  });

  test('inputs and outputs are described in sentences', () => {
    const descriptions = [...model.inputs, ...model.outputs].map(({ description }) => description);

    expect(descriptions.filter((text) => !/^[A-Z].*\.$/s.test(text))).toEqual([]);
  });
});

describe('requirements', () => {
  const codes = (values: Readonly<Record<string, unknown>>): string[] =>
    unmet(requirements, {
      automationGroups: [],
      automationRoles: [],
      automationPassesInstanceRole: false,
      automationServiceRole: false,
      instanceProfile: false,
      ...values,
    }).map(({ code }) => code);

  const groups = { automationGroups: ['operators'] };
  const roles = { automationRoles: ['Operator'] };
  const role = { automationServiceRole: true };
  const profile = { instanceProfile: true };
  const passes = { automationPassesInstanceRole: true };

  test.each<[object, string[]]>([
    [{}, []],
    [role, []],
    [{ ...role, ...groups }, []],
    [{ ...role, ...roles }, []],
    [{ ...role, ...profile }, []],
    [{ ...passes, ...role, ...profile }, []],
    [groups, ['NoAutomationRole']],
    [roles, ['NoAutomationRole']],
    [passes, ['NoRoleToPass']],
    [{ ...passes, ...role }, ['NoRoleToPass']],
    [{ ...passes, ...profile }, ['NoRoleToPass']],
  ])('%j is refused by %j', (values, expected) => {
    expect(codes({ ...values })).toEqual(expected);
  });
});

describe('samples', () => {
  test('every input but a plain switch has its own samples, not those of a module that makes something', () => {
    const taken = Object.entries(inputs).flatMap(([name, declared]) =>
      declared.samples === undefined ? [] : [[name, declared.samples]],
    );

    expect(Object.fromEntries(taken)).toEqual({ ...samples });
  });

  test('samples look at nothing but what the called modules tell', () => {
    const looks = Object.values(samples).flatMap((all) =>
      all.flatMap((sample) => Object.keys('makes' in sample ? sample.makes : {})),
    );

    expect(looks.length).toBeGreaterThan(10);
    expect(looks.filter((look) => !/\boutput\.\w+/.test(look))).toEqual([]);
    expect(looks.filter((look) => /\baws_\w+\.\w+/.test(look))).toEqual([]);
  });
});
