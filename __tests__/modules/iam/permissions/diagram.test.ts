import { permissionsDiagram } from '../../../../modules/iam/permissions/diagram';
import { always, is } from '../../../../modules/iam/permissions/model';
import type { Permission, PermissionsModel, Term } from '../../../../modules/iam/permissions/model';

const shared = { address: 'a.b', reason: 'Because.', see: 'https://example.com' };

function model(grantedTo: readonly Term[]): PermissionsModel {
  const permissions: Permission[] = [
    {
      ...shared,
      id: 'trust',
      kind: 'trust',
      when: [],
      granted_to: [],
      services: always('ssm.amazonaws.com'),
      actions: always('sts:AssumeRole'),
      conditions: [],
    },
    {
      ...shared,
      id: 'read',
      kind: 'statement',
      when: [is('each.value.access', 'read')],
      for_each: 'buckets',
      granted_to: grantedTo,
      actions: always('s3:GetObject', 's3:ListBucket'),
      resources: always('*'),
      conditions: [],
    },
    {
      ...shared,
      id: 'core',
      kind: 'attached-policy',
      when: [],
      granted_to: grantedTo,
      policy_arn: 'arn',
      managed_policy: 'Core',
    },
    {
      ...shared,
      id: 'boundary',
      kind: 'boundary',
      when: [is('bound', true)],
      granted_to: grantedTo,
      policy_arn: 'arn',
    },
  ];
  return { permissions, tables: {}, managed_policies: {} };
}

test('who assumes the role stands before it, what it may do behind it', () => {
  expect(permissionsDiagram(model(always('role/${role_name}')), { role_name: 'Mine' }))
    .toBe(`\`\`\`mermaid
flowchart LR
  holder0["role/Mine"]
  trust0(["ssm.amazonaws.com"])
  trust0 -->|"assumes"| holder0
  grant0["s3:GetObject, s3:ListBucket"]
  holder0 -.->|"buckets"| grant0
  grant1["Core"]
  holder0 --> grant1
\`\`\``);
});

test('what is granted with the defaults hangs on a whole line, with the input that decides', () => {
  const diagram = permissionsDiagram(model(always('x')), { buckets: [{ access: 'read' }] });

  expect(diagram).toContain('holder0 -->|"buckets"| grant0');
});

test('whom an input names is called by that input, and all of them get it', () => {
  const diagram = permissionsDiagram(
    model([
      { text: 'user/${each.value}', for_each: 'users' },
      { text: 'group/${each.value}', for_each: 'groups' },
    ]),
    {},
  );

  expect(diagram).toContain('holder0["users"]\n  holder1["groups"]');
  expect(diagram).toContain('holder0 --> grant1\n  holder1 --> grant1');
});

test('a policy that nobody has can be attached to any role', () => {
  expect(permissionsDiagram(model([]), {})).toContain('holder0["any role you attach it to"]');
});
