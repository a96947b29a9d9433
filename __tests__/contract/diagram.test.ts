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
  a(["ssm.amazonaws.com"]) -->|"assumes"| b["role/Name"]
  a -.-> b
  a --> b`);
});

test('arrows that differ only in where they lead are one line, and a box without any stands alone', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id, outside: false }));
  const edges = [edge({}), edge({ to: 'c' }), edge({ to: 'c', inputs: ['x'] })];

  expect(mermaid({ nodes, edges })).toBe(`flowchart LR
  a["a"] --> b["b"] & c["c"]
  a -->|"x"| c
  d["d"]`);
});
