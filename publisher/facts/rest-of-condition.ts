import type { Limits } from '../../contract/module';

const COMPARISON = /(<=|<|>=|>) (\d+)(?=$|[),\]]| && | \|\| )/g;
const NULL_CASE = / == null \? (?:true|false) : /g;
const BRACKETS = /[([{][^()[\]{}]*[)\]}]/g;
const OPENED = /(\w*)([([{])(for )?/g;

/**
 * A condition of HCL with a mark for each of its limits, to compare what is left.
 *
 * @returns undefined if a limit does not stand in it, or where a wider one
 *   may take less: negated, compared, in a filter or in a function that nothing is known of
 */
export function restOf(condition: string, limits: Limits): string | undefined {
  const text = withoutTexts(condition);
  const spans = spansOf(condition, text, limits);
  // a template may hold quotes in quotes, which nothing here reads
  if (
    /[$%]\{/.test(condition) ||
    /!|==|\?|\bif\b/.test(text.replace(NULL_CASE, ' ')) ||
    spans.some((span) => span === undefined || !takesMore(text, span))
  ) {
    return undefined;
  }
  return (spans as Span[])
    .sort((a, b) => b.from - a.from)
    .reduce((rest, { name, from, to }) => rest.slice(0, from) + name + rest.slice(to), condition);
}

interface Span {
  /** What stands for it. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function spansOf(condition: string, text: string, limits: Limits): (Span | undefined)[] {
  const { one_of, shortest, longest, most } = limits;
  return [
    ...(one_of === undefined ? [] : [listSpan(condition, one_of)]),
    ...(shortest === undefined ? [] : [numberSpan(text, '>', { shortest })]),
    ...(longest === undefined ? [] : [numberSpan(text, '<', { longest })]),
    ...(most === undefined ? [] : [numberSpan(text, '<', { most })]),
  ];
}

function listSpan(condition: string, one_of: readonly string[]): Span | undefined {
  const list = `contains([${one_of.map((one) => JSON.stringify(one)).join(', ')}], `;
  const from = condition.indexOf(list);
  return from < 0 ? undefined : { name: 'contains(<one_of>, ', from, to: from + list.length };
}

/** `< 6` is the same limit as `<= 5`. */
function numberSpan(
  text: string,
  sign: '<' | '>',
  named: Readonly<Record<string, number>>,
): Span | undefined {
  const [[name, limit] = ['', NaN]] = Object.entries(named);
  const beyond = sign === '<' ? limit + 1 : limit - 1;
  const first = [...text.matchAll(COMPARISON)].find(
    ([, operator, number]) =>
      (operator === `${sign}=` && Number(number) === limit) ||
      (operator === sign && Number(number) === beyond),
  );
  return (
    first && { name: `${sign} <${name}>`, from: first.index, to: first.index + first[0].length }
  );
}

/** Whether a wider limit cannot make the condition take less, as far as what stands around it goes. */
function takesMore(text: string, { from, to }: Span): boolean {
  let before = text.slice(0, from);
  for (let last = ''; last !== before;) {
    last = before;
    before = before.replace(BRACKETS, '');
  }
  return (
    // the test of a null case
    !text.slice(to).includes('?') &&
    [...before.matchAll(OPENED)].every(([, name = '', bracket, each]) =>
      bracket === '('
        ? ['', 'alltrue', 'try'].includes(name)
        : bracket === '[' && each !== undefined,
    )
  );
}

/** Of the same length, with nothing in its quotes. */
const withoutTexts = (condition: string): string =>
  condition.replace(/"(?:[^"\\]|\\.)*"/g, (text) => `"${'_'.repeat(text.length - 2)}"`);
