import { shippedBill } from '../../../publisher/assets/sbom';

const component = (ref: string) => ({ 'bom-ref': ref, type: 'library' });
const written = (ref: string) => ({ ...component(ref), scope: 'required', properties: [] });
const bill = (dependencies: Readonly<Record<string, readonly string[]>>): string => {
  const [root = '', ...others] = Object.keys(dependencies);
  return JSON.stringify({
    specVersion: '1.5',
    serialNumber: 'urn:uuid:1',
    metadata: {
      timestamp: 'now',
      lifecycles: [{ phase: 'pre-build' }],
      tools: [{ name: 'cli', version: '11.0.0' }],
      component: written(root),
    },
    components: others.map(written),
    dependencies: Object.entries(dependencies).map(([ref, dependsOn]) => ({ ref, dependsOn })),
  });
};

const packageFile = JSON.stringify({
  dependencies: { '@s/a': '1' },
  peerDependencies: { peer: '1' },
  devDependencies: { dev: '1' },
});
const all = {
  'ssm-iam@1.2.3': ['@s/a@1.0.0', 'peer@1.0.0', 'dev@1.0.0'],
  '@s/a@1.0.0': ['shared@1.0.0'],
  'peer@1.0.0': ['of-peer@1.0.0'],
  'dev@1.0.0': ['shared@1.0.0', 'of-dev@1.0.0', '@s/a@1.0.0'],
  'shared@1.0.0': ['@s/a@1.0.0'],
  'of-peer@1.0.0': [],
  'of-dev@1.0.0': [],
};

test('what comes along at run time is told, and what only development needs is not', () => {
  expect(JSON.parse(shippedBill(bill(all), packageFile, '2026-03-01T12:00:00Z'))).toEqual({
    specVersion: '1.5',
    metadata: {
      timestamp: '2026-03-01T12:00:00Z',
      lifecycles: [{ phase: 'pre-build' }],
      component: component('ssm-iam@1.2.3'),
    },
    components: ['@s/a', 'peer', 'shared', 'of-peer'].map((name) => component(`${name}@1.0.0`)),
    dependencies: [
      { ref: 'ssm-iam@1.2.3', dependsOn: ['@s/a@1.0.0', 'peer@1.0.0'] },
      { ref: '@s/a@1.0.0', dependsOn: ['shared@1.0.0'] },
      { ref: 'peer@1.0.0', dependsOn: ['of-peer@1.0.0'] },
      { ref: 'shared@1.0.0', dependsOn: ['@s/a@1.0.0'] },
      { ref: 'of-peer@1.0.0', dependsOn: [] },
    ],
  });
});

test('a package is told once, without what depends on the version of npm', () => {
  const twice = JSON.parse(bill(all)) as { components: object[]; dependencies: object[] };
  twice.components.push({ ...component('shared@1.0.0'), scope: 'optional', properties: [] });
  twice.dependencies.push({ ref: 'shared@1.0.0', dependsOn: [] });

  expect(shippedBill(JSON.stringify(twice), packageFile, 'x')).toBe(
    shippedBill(bill(all), packageFile, 'x'),
  );
});

test('a project may need nothing', () => {
  const found = shippedBill(bill({ 'ssm-iam@1.2.3': ['dev@1.0.0'], 'dev@1.0.0': [] }), '{}', 'x');

  expect(JSON.parse(found)).toMatchObject({
    components: [],
    dependencies: [{ ref: 'ssm-iam@1.2.3', dependsOn: [] }],
  });
});
