/** A fenced code block of a Markdown text. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The heading it stands under. */
  readonly heading: string;
  /** Line of the opening fence. */
  readonly line: number;
}

/** Finds the fenced code blocks, in their order. */
export function fencedBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let open: { language: string; line: number; body: string[] } | undefined;
  markdown.split('\n').forEach((text, at) => {
    const fence = /^\s*```(\S*)/.exec(text);
    if (open === undefined) {
      heading = /^#+ (.*)$/.exec(text)?.[1] ?? heading;
      open = fence ? { language: fence[1] ?? '', line: at + 1, body: [] } : undefined;
    } else if (fence) {
      const { language, line, body } = open;
      blocks.push({ language, heading, line, text: `${body.join('\n')}\n` });
      open = undefined;
    } else {
      open.body.push(text);
    }
  });
  return blocks;
}

/** Targets of the links that do not leave the repository. */
export function relativeLinks(markdown: string): string[] {
  const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** The headings as GitHub names their anchors. */
export function headings(markdown: string): string[] {
  const texts = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => text);
  return texts.map((text) =>
    text
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replace(/ /g, '-'),
  );
}
