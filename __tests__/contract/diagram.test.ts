import { labelOf, mermaid } from '../../contract/diagram';
import type { DiagramEdge } from '../../contract/module';

const edge = (given: Partial<DiagramEdge>): DiagramEdge => ({
  ...{ from: 'a', to: 'b', inputs: [], by_default: true },
  ...given,
});

test.each<[Partial<DiagramEdge>, string]>([
  [{}, ''],
  [{ does: 'assumes' }, 'assumes'],
  [{ inputs: ['regions', 'buckets'] }, 'regions, buckets'],
  [{ does: 'assumes', inputs: ['create_role'] }, 'assumes if create_role'],
])('%j is labelled %j', (given, label) => {
  expect(labelOf(edge(given))).toBe(label);
});

test('what comes from outside is round, what is not there by default hangs on a dotted line', () => {
  const nodes = [
    { id: 'a', text: 'ssm.amazonaws.com', outside: true },
    { id: 'b', text: 'role/Name', outside: false },
  ];
  const edges = [edge({ does: 'assumes' }), edge({ by_default: false }), edge({})];

  expect(mermaid({ nodes, edges })).toBe(`flowchart LR
  a(["ssm.amazonaws.com"])
  b["role/Name"]
  a -->|"assumes"| b
  a -.-> b
  a --> b`);
});
