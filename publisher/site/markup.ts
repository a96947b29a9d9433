import type { Phrase } from '../../contract/words';

/** A text of HTML in which everything that came from outside is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in a template: texts are escaped, markup is not, lists stand one after another. */
export type Part = Markup | string | number | undefined | readonly Part[];

/** HTML with values put into it; attributes have to be quoted with `"`. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  parts.forEach((part, index) => {
    text += textOf(part) + (strings[index + 1] ?? '');
  });
  return new Markup(text);
}

/** Parts one after another, with something between them. */
export function joined(parts: readonly Part[], between: Part): Markup {
  return markup`${parts.map((part, index) => (index === 0 ? part : [between, part]))}`;
}

function textOf(part: Part): string {
  if (part === undefined) {
    return '';
  }
  if (typeof part === 'string' || typeof part === 'number') {
    return escaped(String(part));
  }
  return part instanceof Markup ? part.text : part.map(textOf).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '') : text;

/** Whether a browser may be sent there: `https:`, or a path or an anchor of this site. */
export const isSafe = (address: string): boolean =>
  /^https:\/\/[^\s/]/i.test(address) ||
  /^(?:#|\.{0,2}\/(?![/\\])|[\w.-]+(?:[/#?]|$))/.test(address);

/** A link; the text alone if its address is none to go to. */
export function link(address: string, text: Part): Markup {
  return isSafe(address) ? markup`<a href="${address}">${text}</a>` : markup`${text}`;
}

export const code = (text: Part): Markup => markup`<code>${text}</code>`;

/** A sentence of ours, in which backticks hold code. */
export function prose(text: string): Markup {
  return markup`${text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : part))}`;
}

/** Words, some of which are code. */
export const worded = (phrase: Phrase): Markup =>
  markup`${phrase.map((part) => (typeof part === 'string' ? part : code(part.code)))}`;

export const list = (items: readonly Part[]): Markup =>
  markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;

/** The same, or the thing itself if there is no other. */
export function listOf(items: readonly Part[]): Markup {
  return items.length === 1 ? markup`${items[0]}` : list(items);
}

/** A block of code: it scrolls by keyboard, and one click selects it. */
export const block = (text: string, label: string): Markup =>
  markup`<pre tabindex="0" role="group" aria-label="${label}"><code>${text}</code></pre>`;

/** Terms with what is to be said of each; those without anything are left out. */
export function facts(rows: readonly (readonly [string, Part])[]): Markup {
  const told = rows.filter(([, value]) => textOf(value) !== '');
  return markup`<dl class="facts">${told.map(
    ([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

/**
 * A table: what is wider than the screen scrolls by itself, and by keyboard.
 *
 * @param rows their cells, the first of which names the row
 */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Part[])[],
): Markup {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first, ...others]) =>
    markup`<tr><th scope="row">${first}</th>${others.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`,
)}</tbody>
</table></div>
`;
}

/** A day, as all countries write it, of a moment as in RFC 3339. */
export const time = (date: string): Markup =>
  markup`<time datetime="${date}">${date.slice(0, 10)}</time>`;
