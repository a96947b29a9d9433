import { labelOf } from '../../contract/diagram';
import type { Diagram, DiagramEdge, DiagramNode } from '../../contract/module';
import { joined, markup } from './markup';
import type { Markup } from './markup';

/** A box that has permissions, with all that leads to it and from it. */
interface Star {
  readonly middle: readonly DiagramNode[];
  readonly who: readonly Arrow[];
  readonly what: readonly Arrow[];
}

/** The boxes at the other end of arrows that say the same. */
interface Arrow {
  readonly label: string;
  readonly byDefault: boolean;
  readonly texts: readonly string[];
  readonly outside: boolean;
}

/**
 * Draws who gets a role and what it may do, in three columns: arrows never
 * cross. The stylesheet places the boxes, below each other on a narrow screen.
 *
 * @param name of the drawing, to be read out
 */
export function drawing(diagram: Diagram, name: string): Markup {
  const isAsked = diagram.edges.some(({ by_default }) => !by_default);
  return markup`<figure class="diagram" aria-label="${name}">
${stars(diagram).map(
  ({ middle, who, what }) => markup`<div class="star">
${column('who', who)}<p class="box">${joined(
    middle.map(({ text }) => text),
    markup`<br>`,
  )}</p>
${column('what', what)}</div>
`,
)}<figcaption>Solid lines apply by default.${isAsked ? ' Dotted lines apply only if the input is set.' : ''}</figcaption>
</figure>
`;
}

/** Boxes from which the same arrows lead to the same boxes are one. */
function stars({ nodes, edges }: Diagram): Star[] {
  const found = new Map<string, DiagramNode[]>();
  for (const node of nodes) {
    const from = edges.filter((edge) => edge.from === node.id);
    if (from.length > 0 && !node.outside) {
      const key = JSON.stringify(from.map((edge) => ({ ...edge, from: '' })));
      found.set(key, [...(found.get(key) ?? []), node]);
    }
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return [...found.values()].map((middle) => {
    const is = (id: string): boolean => middle.some((node) => node.id === id);
    return {
      middle,
      who: arrows(
        edges.filter(({ to }) => is(to)),
        ({ from }) => byId.get(from),
      ),
      what: arrows(
        edges.filter(({ from }) => is(from)),
        ({ to }) => byId.get(to),
      ),
    };
  });
}

/** Arrows that say the same are one; what applies by default comes first. */
function arrows(
  edges: readonly DiagramEdge[],
  end: (edge: DiagramEdge) => DiagramNode | undefined,
): Arrow[] {
  const found = new Map<string, Arrow>();
  for (const edge of edges) {
    const { text = '', outside = false } = end(edge) ?? {};
    const [label, byDefault] = [labelOf(edge), edge.by_default];
    const key = JSON.stringify([label, byDefault, outside]);
    const texts = new Set([...(found.get(key)?.texts ?? []), ...text.split(/, | (?=or )/)]);
    found.set(key, { label, byDefault, outside, texts: [...texts] });
  }
  return [...found.values()].sort((a, b) => Number(b.byDefault) - Number(a.byDefault));
}

function column(kind: 'who' | 'what', all: readonly Arrow[]): Markup | undefined {
  const items = all.map(({ label, byDefault, texts, outside }) => {
    const box = markup`<span class="${outside ? 'box outside' : 'box'}">${joined(texts, markup`<br>`)}</span>`;
    const line = markup`<span class="line"><span class="hidden">${byDefault ? 'by default: ' : 'only if asked: '}</span>${joined(label.split(/(?<=_)/), markup`<wbr>`)}</span>`;
    return markup`<li${byDefault ? '' : markup` class="dotted"`}>${kind === 'who' ? [box, line] : [line, box]}</li>
`;
  });
  return items.length === 0 ? undefined : markup`<ul class="${kind}">\n${items}</ul>\n`;
}
