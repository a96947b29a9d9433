import { graphlib, layout } from '@dagrejs/dagre';
import { labelOf } from '../../contract/diagram';
import type { Diagram, DiagramEdge } from '../../contract/module';
import { list, markup } from './markup';
import type { Markup } from './markup';

/** Sizes in pixels of the drawing; style.css sets the same sizes of letters. */
const NODE = { letter: 7.9, line: 17, padding: 12 };
const LABEL = { letter: 7.3, line: 15, padding: 6 };
const MARGIN = 4;
const ARROW = { length: 9, half: 4 };
/** Letters of a label in a line. */
const LONGEST = 18;
/** A drawing as wide as this is made smaller on a page, but not without end. */
const WIDE = 700;
/** As wide as the drawing may be, lest its letters are too small on a page. */
const WIDEST = 1160;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A diagram with places for all that is in it. */
interface Layout {
  readonly graph: graphlib.Graph;
  /** Whether arrows lead down, not to the right. */
  readonly isDown: boolean;
}

/**
 * Draws a diagram. Letters are of one width, so that their boxes are known
 * without a browser.
 *
 * @param name of the drawing, to be read out
 */
export function drawing(diagram: Diagram, name: string): Markup {
  const place = placed(diagram);
  const sentences = inSentences(diagram);
  const { width = 0, height = 0 } = place.graph.graph();
  const size = `${round(width)} ${round(height)}`;
  return markup`<figure class="diagram">
<div class="scroll" tabindex="0" role="group" aria-label="${name}, a drawing">
<svg class="${width > WIDE ? 'wide' : 'small'}" role="img" viewBox="0 0 ${size}" width="${round(width)}" height="${round(height)}">
<title>${name}</title>
<desc>${sentences.join(' ')}</desc>
${diagram.edges.map((edge, index) => arrow(edge, String(index), place))}${diagram.nodes.map(
    ({ id, text, outside }) => node(place.graph.node(id), linesOf(text), outside),
  )}</svg>
</div>
<figcaption><details><summary>The drawing in words</summary>${list(sentences)}</details></figcaption>
</figure>
`;
}

/** The same in sentences, for those who do not see it. */
function inSentences({ nodes, edges }: Diagram): string[] {
  const name = (id: string): string => nodes.find((node) => node.id === id)?.text ?? id;
  return edges.map(({ from, to, does = 'gets', inputs, by_default }) => {
    const depending = inputs.length === 0 ? '' : `, depending on ${inputs.join(', ')}`;
    return `${by_default ? 'By default' : 'Only if asked for'}: ${name(from)} ${does} ${name(to)}${depending}.`;
  });
}

/** To the right, as it is told, or down if that would be too wide. */
function placed(diagram: Diagram): Layout {
  const graph = laidOut(diagram, false);
  return (graph.graph().width ?? 0) > WIDEST
    ? { graph: laidOut(diagram, true), isDown: true }
    : { graph: aligned(graph), isDown: false };
}

function laidOut({ nodes, edges }: Diagram, isDown: boolean): graphlib.Graph {
  const graph = new graphlib.Graph({ multigraph: true });
  const rankdir = isDown ? 'TB' : 'LR';
  graph.setGraph({ rankdir, nodesep: 16, ranksep: 38, marginx: MARGIN, marginy: MARGIN });
  for (const { id, text } of nodes) {
    graph.setNode(id, boxOf(linesOf(text), NODE));
  }
  edges.forEach((edge, index) => {
    const label = labelOf(edge);
    const box = label === '' ? { width: 8, height: 8 } : boxOf(labelLines(label), LABEL);
    graph.setEdge(edge.from, edge.to, { ...box, labelpos: 'c' }, String(index));
  });
  layout(graph);
  return graph;
}

/** Boxes that stand one below the other are as wide as the widest. */
function aligned(graph: graphlib.Graph): graphlib.Graph {
  const boxes = graph.nodes().map((id) => graph.node(id));
  const widest = new Map<number, number>();
  for (const { x, width } of boxes) {
    widest.set(round(x), Math.max(width, widest.get(round(x)) ?? 0));
  }
  for (const box of boxes) {
    box.width = widest.get(round(box.x)) ?? box.width;
  }
  return graph;
}

/** Long texts are broken where they list something. */
const linesOf = (text: string): string[] => text.split(/(?<=,) | (?=or )/);

/** Labels are broken between words. */
function labelLines(label: string): string[] {
  return label.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last === undefined || word === 'if' || `${last} ${word}`.length > LONGEST
      ? [...lines, word]
      : [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

const boxOf = (
  lines: readonly string[],
  { letter, line, padding }: typeof NODE,
): { width: number; height: number } => ({
  width: Math.max(...lines.map(({ length }) => length)) * letter + 2 * padding,
  height: lines.length * line + padding,
});

function node(box: Box, lines: readonly string[], outside: boolean): Markup {
  const { x, y, width, height } = box;
  const corner = outside ? height / 2 : 4;
  return markup`<g class="${outside ? 'outside' : 'box'}"><rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="${round(corner)}"/>${textAt(box, lines, NODE.line)}</g>
`;
}

function textAt({ x, y }: Point, lines: readonly string[], line: number): Markup {
  const first = y - ((lines.length - 1) * line) / 2;
  return markup`<text>${lines.map(
    (one, index) =>
      markup`<tspan x="${round(x)}" y="${round(first + index * line)}">${one}</tspan>`,
  )}</text>`;
}

/** From the side of a box, with a gap for the label, to the side of the other. */
function arrow(edge: DiagramEdge, index: string, { graph, isDown }: Layout): Markup {
  const { from, to, by_default } = edge;
  const label = labelOf(edge);
  const middle = graph.edge(from, to, index) as unknown as Box;
  // reckoned as if all led to the right
  const [source, target, gap] = [graph.node(from), graph.node(to), middle].map((box) =>
    isDown ? turned(box) : box,
  ) as [Box, Box, Box];
  const forward = Math.sign(target.x - source.x);
  const end = { x: target.x - (forward * target.width) / 2, y: target.y };
  const tip = { x: end.x - forward * ARROW.length, y: end.y };
  const half = (forward * gap.width) / 2;
  const isLabelled = label !== '';
  const at = ({ x, y }: Point): string => (isDown ? [y, x] : [x, y]).map(round).join();
  const line = [
    bend(
      { x: source.x + (forward * source.width) / 2, y: source.y },
      { x: gap.x - half, y: gap.y },
    ),
    ...(isLabelled
      ? []
      : [
          [
            { x: gap.x - half, y: gap.y },
            { x: gap.x + half, y: gap.y },
          ],
        ]),
    bend({ x: gap.x + half, y: gap.y }, tip),
  ].map(
    ([start, ...rest]) =>
      `M${start ? at(start) : ''}${rest.length > 1 ? 'C' : 'L'}${rest.map(at).join(' ')}`,
  );
  const head = [end, { x: tip.x, y: tip.y - ARROW.half }, { x: tip.x, y: tip.y + ARROW.half }];
  return markup`<g class="${by_default ? 'arrow' : 'arrow dotted'}"><path class="line" d="${line.join('')}"/><path class="tip" d="M${head.map(at).join('L')}Z"/>${
    isLabelled ? textAt(middle, labelLines(label), LABEL.line) : undefined
  }</g>
`;
}

const turned = ({ x, y, width, height }: Box): Box => ({
  x: y,
  y: x,
  width: height,
  height: width,
});

/** A curve that leaves and arrives sideways, by its four points. */
function bend(start: Point, end: Point): Point[] {
  const half = (start.x + end.x) / 2;
  return [start, { x: half, y: start.y }, { x: half, y: end.y }, end];
}

/** To a tenth of a pixel: sums of fractions may differ in the last digit. */
const round = (value: number): number => Math.round(value * 10) / 10;
