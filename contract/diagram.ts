import type { Diagram, DiagramEdge } from './module';

/** What stands at an arrow: what is done, and the inputs that decide on it. */
export const labelOf = ({ does, inputs }: Pick<DiagramEdge, 'does' | 'inputs'>): string =>
  [...(does === undefined ? [] : [does]), ...(inputs.length === 0 ? [] : [inputs.join(', ')])].join(
    ' if ',
  );

/** A diagram as Mermaid draws it, from left to right: a box is described where it is first named. */
export function mermaid({ nodes, edges }: Diagram): string {
  const boxes = new Map(
    nodes.map(({ id, text, outside }) => [id, outside ? `${id}(["${text}"])` : `${id}["${text}"]`]),
  );
  const named = (id: string): string => {
    const box = boxes.get(id) ?? id;
    boxes.delete(id);
    return box;
  };
  const arrows = gathered(edges).map(({ to, ...edge }) => {
    const label = labelOf(edge);
    const arrow = edge.by_default ? '-->' : '-.->';
    const between = `${arrow}${label === '' ? '' : `|"${label}"|`}`;
    return `${named(edge.from)} ${between} ${to.map(named).join(' & ')}`;
  });
  return ['flowchart LR', ...[...arrows, ...boxes.values()].map((line) => `  ${line}`)].join('\n');
}

type Arrows = Omit<DiagramEdge, 'to'> & { readonly to: readonly string[] };

/** Edges that differ only in where they lead, as one. */
function gathered(edges: readonly DiagramEdge[]): Arrows[] {
  const found = new Map<string, Arrows>();
  for (const { to, ...edge } of edges) {
    const key = JSON.stringify(edge);
    found.set(key, { ...edge, to: [...(found.get(key)?.to ?? []), to] });
  }
  return [...found.values()];
}
