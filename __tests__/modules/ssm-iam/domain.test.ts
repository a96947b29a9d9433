import { root } from '../../../modules/catalog';

const { overview, sections } = root.domain;

test('the diagram shows what the modules have to do with each other', () => {
  expect(overview).toBe(`\`\`\`mermaid
flowchart LR
  s3_access_policy -.->|"is attached to"| hybrid_service_role
  s3_access_policy -.->|"is attached to"| instance_profile
  instance_profile -.->|"has the role that runbooks pass on"| automation_service_role
  automation_service_role -.->|"is the role that people pass on"| automation_user_access
\`\`\`

Each of these is there if its input asks for it.`);
});

test('the permissions follow, in the words of the objects', () => {
  expect(sections[0]).toBe('## Permissions');
  expect(sections.join('\n')).toContain('if `hybrid_service_role` is given');
});
