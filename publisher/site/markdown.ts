import MarkdownIt from 'markdown-it';
import { Markup, block, isSafe } from './markup';

/** How a text is shown on a page. */
export interface Reading {
  /** Begins the anchors of its headings, so that texts on one page have different ones. */
  readonly prefix: string;
  /** By how many levels its headings are deeper on the page. */
  readonly deeper: number;
  /** Headings of the second level whose sections are left out. */
  readonly leftOut: ReadonlySet<string>;
  /** A block of code, as it is shown. */
  code(text: string): string;
  /** Where a link leads from here; undefined: nowhere, its text remains. */
  link(address: string, anchors: ReadonlySet<string>): string | undefined;
}

type Token = MarkdownIt.Token;

const parser = new MarkdownIt({ html: false });

const RULES: typeof parser.renderer.rules = {
  // the one tag that cells of a table have
  text: (tokens, index) =>
    parser.utils.escapeHtml(tokens[index]?.content ?? '').replaceAll(/&lt;br\/?&gt;/g, '<br>'),
  // there is no place for images from elsewhere: what they say remains
  image: (tokens, index) => parser.utils.escapeHtml(tokens[index]?.content ?? ''),
  fence: (tokens, index) => {
    const { info = '', content = '' } = tokens[index] ?? {};
    const [language = ''] = info.trim().split(' ');
    return `${block(content, language === '' ? 'Code' : `Code, ${language}`).text}\n`;
  },
  // alignment would be a style, which the policy of the site refuses
  th_open: () => '<th scope="col">',
  td_open: () => '<td>',
  // what may be wider than the screen scrolls by itself, and by keyboard
  table_open: () => '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>\n',
  table_close: () => '</table></div>\n',
};
Object.assign(parser.renderer.rules, RULES);

/** Comments, and what terraform-docs has for GitHub: anchors of inputs, and types as blocks. */
const LEFT_OUT = /^<!--[^]*?-->$|<a name="[^"]*"><\/a> |<\/?pre>/gm;

/** Reads Markdown: what it says is shown, what it would do in a browser is not. */
export function readMarkdown(text: string, reading: Reading): Markup {
  const tokens = parser.parse(text.replaceAll(LEFT_OUT, ''), {}).filter(isShown(reading.leftOut));
  const anchors = new Set<string>();
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') {
      const anchor = anchorOf(textOf(tokens[index + 1]), anchors);
      token.attrs = [['id', `${reading.prefix}${anchor}`]];
    }
    if (token.type.startsWith('heading_')) {
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + reading.deeper)}`;
    }
    if (token.type === 'fence') {
      token.content = reading.code(token.content.trimEnd());
    }
  });
  for (const { children } of tokens) {
    lead(children ?? [], (address) => reading.link(address, anchors));
  }
  return new Markup(parser.renderer.render(tokens, parser.options, {}));
}

/** Not the heading of the first level, which is the page's own, and no section that is left out. */
function isShown(
  leftOut: ReadonlySet<string>,
): (token: Token, at: number, all: Token[]) => boolean {
  let [isTitle, isLeftOut] = [false, false];
  return (token, index, all) => {
    const wasTitle = isTitle;
    if (token.type === 'heading_open') {
      isTitle = token.tag === 'h1';
      isLeftOut = isTitle || token.tag === 'h2' ? leftOut.has(textOf(all[index + 1])) : isLeftOut;
    }
    isTitle = isTitle && token.type !== 'heading_close';
    // what a drawing shows is told on the page of the permissions
    return !isTitle && !wasTitle && !isLeftOut && token.info !== 'mermaid';
  };
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

const textOf = (token: Token | undefined): string =>
  (token?.children ?? []).map(({ content }) => content).join('');

/** Makes links lead somewhere from here, or be nothing but their text. */
function lead(tokens: Token[], wayTo: (address: string) => string | undefined): void {
  const isDropped: boolean[] = [];
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const address = wayTo(String(token.attrGet('href')));
      isDropped.push(address === undefined || !isSafe(address));
      token.attrs = [['href', address ?? '']];
    }
    token.hidden = token.type.startsWith('link_') && (isDropped.at(-1) ?? false);
    if (token.type === 'link_close') {
      isDropped.pop();
    }
  }
}
