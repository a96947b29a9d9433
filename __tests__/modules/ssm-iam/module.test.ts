import { synthesize } from '../../../generator/interface';
import { catalog, root } from '../../../modules/catalog';
import { rootModule } from '../../../modules/ssm-iam/module';
import { emittedModule } from '../../fixtures/emitted-module';

const model = synthesize(root).interface;

test('the module is named and explained', () => {
  expect(root.name).toBe('ssm-iam');
  expect(root.summary).toMatch(/^[A-Z].{20,}\.$/);
  expect(root.awsPage).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/systems-manager\//);
  expect(root.calls).toBe(catalog);
});

test('a module that is added to the catalog becomes an object, and its inputs attributes', () => {
  const [first] = catalog;
  const added = { ...(first ?? root), name: 'maintenance-window-role' };
  const { inputs, outputs } = synthesize(rootModule([...catalog, added])).interface;
  const object = inputs.find(({ name }) => name === 'maintenance_window_role');

  expect(object?.attributes.map(({ name }) => name).sort()).toEqual(
    synthesize(added).interface.inputs.map(({ name }) => name),
  );
  expect(outputs.map(({ name }) => name)).toContain('maintenance_window_role');
});

test.each(catalog.filter(({ name }) => name !== 's3-access-policy').map(({ name }) => name))(
  'what an object for %s leaves out reaches the module as its own default, or as what stands in',
  (name) => {
    const own = catalog.find((one) => one.name === name) ?? root;
    const attributes = model.inputs.find((input) => input.name === name.replace(/-/g, '_'));
    const differing = synthesize(own).interface.inputs.flatMap((input) => {
      const attribute = attributes?.attributes.find((one) => one.name === input.name);
      const isAlike = JSON.stringify(attribute?.default) === JSON.stringify(input.default ?? null);
      return isAlike || /Null: .+\.$/.test(attribute?.description ?? '') ? [] : [input.name];
    });

    expect(attributes?.attributes.filter(({ required }) => required)).toEqual([]);
    expect(differing).toEqual([]);
  },
);

test('the keys of the shared policies are not the caller’s to use', () => {
  const rules = root.inputs.hybridServiceRole?.rules ?? [];
  const own = rules.find(({ code }) => code === 'SharedPolicyKey');
  const taken = { additionalPolicyArns: { 'shared-s3-agent': 'x' } };
  const free = { additionalPolicyArns: { 'shared-s3': 'x', 'my-shared-s3-agent': 'x' } };

  expect(own?.accepts(taken)).toBe(false);
  expect(own?.accepts(free)).toBe(true);
  expect(root.inputs.automationServiceRole?.rules.map(({ code }) => code)).not.toContain(
    'SharedPolicyKey',
  );
});

test('inputs and outputs are described in sentences', () => {
  const descriptions = [...model.inputs, ...model.outputs].map(({ description }) => description);

  expect(descriptions.filter((text) => !/^[A-Z].*\.$/s.test(text))).toEqual([]);
});

test('the floors are the highest of the modules', () => {
  expect(emittedModule(root).versions.terraform).toEqual({
    required_version: '>= 1.5.0',
    required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.72.0' } },
  });
});

test('a catalog without the policy that the roles share is no catalog', () => {
  expect(() => rootModule([])).toThrow('the catalog has no s3-access-policy');
});
