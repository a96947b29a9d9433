import type { Diagram, DiagramEdge } from './module';

/** What stands at an arrow: what is done, and the inputs that decide on it. */
export const labelOf = ({ does, inputs }: DiagramEdge): string =>
  [...(does === undefined ? [] : [does]), ...(inputs.length === 0 ? [] : [inputs.join(', ')])].join(
    ' if ',
  );

/** A diagram as Mermaid draws it, from left to right. */
export function mermaid({ nodes, edges }: Diagram): string {
  const lines = [
    ...nodes.map(({ id, text, outside }) => (outside ? `${id}(["${text}"])` : `${id}["${text}"]`)),
    ...edges.map((edge) => {
      const label = labelOf(edge);
      const arrow = edge.by_default ? '-->' : '-.->';
      return `${edge.from} ${arrow}${label === '' ? '' : `|"${label}"|`} ${edge.to}`;
    }),
  ];
  return ['flowchart LR', ...lines.map((line) => `  ${line}`)].join('\n');
}
