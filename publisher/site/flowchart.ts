/** Boxes and arrows. */
export interface Flowchart {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

export interface Node {
  readonly id: string;
  readonly text: string;
  /** Round ends mark who comes from outside. */
  readonly isRound: boolean;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Dotted: only if it is asked for. */
  readonly isDotted: boolean;
}

const NODE = String.raw`\w+(?:\["[^"]*"\]|\(\["[^"]*"\]\))?`;
const EDGE = new RegExp(
  String.raw`^(?<from>${NODE}) (?<line>-->|-\.->)(?:\|"(?<label>[^"]*)"\|)? (?<to>${NODE})$`,
);
const DECLARED = new RegExp(`^${NODE}$`);

/**
 * Reads a flowchart from left to right as the READMEs write them in Mermaid.
 *
 * @returns undefined for anything else that Mermaid would draw
 */
export function flowchartOf(mermaid: string): Flowchart | undefined {
  const [head, ...lines] = mermaid
    .trim()
    .split('\n')
    .map((line) => line.trim());
  if (head !== 'flowchart LR') {
    return undefined;
  }
  const nodes = new Map<string, Node>();
  const edges: Edge[] = [];
  for (const line of lines.filter((text) => text !== '')) {
    const groups = EDGE.exec(line)?.groups;
    if (groups !== undefined) {
      const { from = '', to = '', label = '', line: drawn } = groups;
      edges.push({
        from: declare(nodes, from),
        to: declare(nodes, to),
        label,
        isDotted: drawn === '-.->',
      });
    } else if (DECLARED.test(line)) {
      declare(nodes, line);
    } else {
      return undefined;
    }
  }
  return nodes.size === 0 ? undefined : { nodes: [...nodes.values()], edges };
}

/** Notes a node where it is told, and gives its name. */
function declare(nodes: Map<string, Node>, told: string): string {
  const [, id = '', round, text] = /^(\w+)(?:(\()?\["([^"]*)"\]\)?)?$/.exec(told) ?? [];
  if (text !== undefined || !nodes.has(id)) {
    nodes.set(id, { id, text: text ?? id, isRound: round !== undefined });
  }
  return id;
}

/**
 * The same in sentences, for those who do not see it.
 *
 * @param inputs names of the inputs: a label tells those that decide, or what happens, or both
 */
export function inSentences({ nodes, edges }: Flowchart, inputs: ReadonlySet<string>): string[] {
  const name = (id: string): string => nodes.find((node) => node.id === id)?.text ?? id;
  const isInputs = (text: string): boolean =>
    text.split(', ').every((path) => inputs.has(path.split('.')[0] ?? ''));
  return edges.map(({ from, to, label, isDotted }) => {
    const [first = '', decided] = label.split(' if ');
    const verb = label === '' || isInputs(first) ? 'gets' : first;
    const deciding = decided ?? (isInputs(first) ? first : undefined);
    const depending = deciding === undefined ? '' : `, depending on ${deciding}`;
    return `${isDotted ? 'Only if asked for' : 'By default'}: ${name(from)} ${verb} ${name(to)}${depending}.`;
  });
}
