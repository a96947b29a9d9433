import MarkdownIt from 'markdown-it';
import sanitize from 'sanitize-html';
import { Markup, block, isSafe, markup } from './markup';

/** What the reader of a text decides about it. */
export interface Reading {
  /** Headings of the second level whose sections the site tells elsewhere. */
  readonly leftOut: ReadonlySet<string>;
  /** What stands in place of a section, after its heading; undefined: the section itself. */
  section(heading: string, codes: readonly string[]): Markup | undefined;
  /** A block of code as something else, as a drawing for instance. */
  drawing(language: string, code: string): Markup | undefined;
  code(code: string): string;
  /** Where a link leads from here; undefined: nowhere, the text remains. */
  link(address: string, anchors: ReadonlySet<string>): string | undefined;
}

export interface Read {
  readonly content: Markup;
  /** Headings of the second level: text and anchor. */
  readonly parts: readonly (readonly [string, string])[];
}

type Token = MarkdownIt.Token;

const parser = new MarkdownIt({ html: false });
// there is no place for images from elsewhere: what they say remains
parser.renderer.rules.image = (tokens, index) => escapeHtml(tokens[index]?.content ?? '');
const { escapeHtml } = parser.utils;

/** Anchors that no heading of a text may take. */
const OF_THE_PAGE = ['content', 'from-this-registry', 'from-the-archive'];

/** Lines that are for those who write the file. */
const COMMENT = /^<!--[^]*-->$/;

/** Reads Markdown: what it says is shown, what it would do in a browser is not. */
export function readMarkdown(text: string, reading: Reading): Read {
  const sections = sectionsOf(parser.parse(text, {})).filter(
    ({ heading }) => heading === undefined || !reading.leftOut.has(heading),
  );
  const anchors = new Set(OF_THE_PAGE);
  const named = sections.map(({ tokens, ...section }) => ({
    ...section,
    blocks: blocksOf(tokens, anchors),
  }));
  const parts = named.flatMap(({ heading, blocks }) =>
    heading === undefined ? [] : [[heading, blocks[0]?.anchor ?? ''] as const],
  );
  const content = named.map(({ heading, blocks }) => {
    const codes = blocks.flatMap(({ code }) => (code === undefined ? [] : [code.content]));
    const instead = heading === undefined ? undefined : reading.section(heading, codes);
    return instead === undefined
      ? blocks.map((one) => shown(one, reading, anchors))
      : [blocks.slice(0, 1).map((one) => shown(one, reading, anchors)), instead];
  });
  return { content: markup`${content}`, parts };
}

interface Section {
  readonly heading: string | undefined;
  readonly tokens: Token[];
}

/** What stands below each heading of the second level; the heading of the first is the page's own. */
function sectionsOf(tokens: readonly Token[]): Section[] {
  const sections: Section[] = [{ heading: undefined, tokens: [] }];
  let isTitle = false;
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open' && token.tag === 'h2') {
      sections.push({ heading: textOf(tokens[index + 1]), tokens: [] });
    }
    isTitle = isTitle || (token.type === 'heading_open' && token.tag === 'h1');
    if (!isTitle) {
      sections.at(-1)?.tokens.push(token);
    }
    isTitle = isTitle && token.type !== 'heading_close';
  });
  return sections;
}

/** Something at the first level of a text: a paragraph, a list, a heading, some code. */
interface Block {
  readonly tokens: readonly Token[];
  /** Of a heading. */
  readonly anchor: string | undefined;
  /** Where it is nothing but code. */
  readonly code: Token | undefined;
}

function blocksOf(tokens: readonly Token[], anchors: Set<string>): Block[] {
  const groups: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) {
      groups.push([]);
    }
    groups.at(-1)?.push(token);
    depth += token.nesting;
  }
  return groups
    .filter((group) => !COMMENT.test(textOf(group[1]).trim()))
    .map((group) => ({
      tokens: group,
      anchor: group[0]?.type === 'heading_open' ? anchorOf(textOf(group[1]), anchors) : undefined,
      code: group.find(({ type }) => type === 'fence'),
    }));
}

/** As GitHub names the anchors of headings, each but once. */
function anchorOf(heading: string, taken: Set<string>): string {
  const name = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
  let anchor = name;
  for (let count = 1; taken.has(anchor); count += 1) {
    anchor = `${name}-${count}`;
  }
  taken.add(anchor);
  return anchor;
}

function textOf(token: Token | undefined): string {
  const parts = token?.children ?? [];
  return parts.map(({ content }) => content).join('') || (token?.content ?? '');
}

function shown(
  { tokens, anchor, code }: Block,
  reading: Reading,
  anchors: ReadonlySet<string>,
): Markup {
  if (code !== undefined && tokens.length === 1) {
    const language = code.info.trim().split(' ')[0] ?? '';
    const name = language === '' ? 'Code' : `Code, ${language}`;
    return (
      reading.drawing(language, code.content) ??
      markup`${block(reading.code(code.content), name)}\n`
    );
  }
  for (const token of tokens) {
    token.children?.forEach((child) => {
      lead(child, (address) => reading.link(address, anchors));
    });
  }
  const html = sanitize(parser.renderer.render([...tokens], parser.options, {}), ALLOWED);
  return new Markup(
    anchor === undefined ? scrolling(html) : html.replace(/^<h[2-6]/, `$& id="${anchor}"`),
  );
}

/** What may be wider than the screen scrolls by itself, and by keyboard. */
const scrolling = (html: string): string =>
  html
    .replaceAll('<pre>', '<pre tabindex="0" role="group" aria-label="Code">')
    .replaceAll(
      '<table>',
      '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>',
    )
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<th>', '<th scope="col">');

/** Makes a link lead somewhere from here, or nothing but its text. */
function lead(token: Token, wayTo: (address: string) => string | undefined): void {
  if (token.type !== 'link_open') {
    return;
  }
  const address = wayTo(String(token.attrGet('href')));
  token.attrs = address === undefined || !isSafe(address) ? [] : [['href', address]];
}

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br', 'a', 'em'],
    ...['strong', 's', 'code', 'pre', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href'], ol: ['start'] },
  allowedSchemes: ['https'],
  allowProtocolRelative: false,
  exclusiveFilter: ({ tag, attribs }) =>
    tag === 'a' && attribs.href === undefined ? 'excludeTag' : false,
};
