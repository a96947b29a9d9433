const REFERENCE = String.raw`(?:\w+\()*[\w.\[\]*]+\)*`;
const MEMBERSHIP = new RegExp(String.raw`^(!?)contains\(\[(.*)\], (${REFERENCE})\)$`);
const COMPARISON = new RegExp(String.raw`^(${REFERENCE}) (<=|>=|<|>) (-?\d+(?:\.\d+)?)$`);
const NO_OTHERS = new RegExp(
  String.raw`^length\(setsubtract\((${REFERENCE}), split\(" ", "([^"\\]*)"\)\)\) == 0$`,
);
const ALL = /^alltrue\(\[for (\w+(?:, \w+)?) in ([\w.]+) : (.*)\]\)$/;
const NULL_CASE = /^([\w.]+ == null) \? (true|false) : (.*)$/;

/**
 * Whether a condition is proven to take all that another one takes. Only a few forms
 * are understood: a longer list in `contains([...], x)`, a larger number in `x <= 5`
 * (a shorter list after `!contains`, a smaller number after `>=`), more words of which a set may consist, in `&&`, `||`, parentheses,
 * `x == null ? true : ...` and `alltrue([for ...])`. Of all others nothing is proven.
 */
export function isLooser(before: string, after: string): boolean {
  const [was, is] = [unwrapped(before), unwrapped(after)];
  if (was === is) {
    return true;
  }
  // a template may hold quotes in quotes, which nothing here reads
  if (/[$%]\{/.test(was) || /[$%]\{/.test(is)) {
    return false;
  }
  // what binds least comes first: a test ? a : b, then ||, then &&
  if (parts(was, '?').length > 1 || parts(is, '?').length > 1) {
    return insideOf(NULL_CASE, was, is);
  }
  const [wasAny, isAny] = [parts(was, '||'), parts(is, '||')];
  if (wasAny.length > 1 || isAny.length > 1) {
    return wasAny.every((one) => isAny.some((other) => isLooser(one, other)));
  }
  const [wasAll, isAll] = [parts(was, '&&'), parts(is, '&&')];
  if (wasAll.length > 1 || isAll.length > 1) {
    return isAll.every((other) => wasAll.some((one) => isLooser(one, other)));
  }
  return [insideOf.bind(null, ALL), listIsLooser, wordsAreLooser, limitIsLooser].some((proves) =>
    proves(was, is),
  );
}

/** Whether both have a form, alike but for what its last group holds, which is looser. */
function insideOf(form: RegExp, before: string, after: string): boolean {
  const [was, is] = [form.exec(before), form.exec(after)];
  if (was === null || is === null || was[1] !== is[1] || was[2] !== is[2]) {
    return false;
  }
  const [inner, other] = [was[3] ?? '', is[3] ?? ''];
  return [inner, other].every(isWhole) && isLooser(inner, other);
}

/** A filter at the end leaves elements out, and brackets that do not close were not those of the form. */
const isWhole = (text: string): boolean =>
  !/\bif\b/.test(withoutStrings(text)) &&
  depths(text).every((depth) => depth >= 0) &&
  depths(text).at(-1) === 0;

function listIsLooser(before: string, after: string): boolean {
  const [was, is] = [MEMBERSHIP.exec(before), MEMBERSHIP.exec(after)];
  if (was === null || is === null || was[1] !== is[1] || was[3] !== is[3]) {
    return false;
  }
  const [old, next] = [literals(was[2] ?? ''), literals(is[2] ?? '')];
  if (old === undefined || next === undefined) {
    return false;
  }
  const [fewer, more] = was[1] === '!' ? [next, old] : [old, next];
  return fewer.every((literal) => more.includes(literal));
}

function limitIsLooser(before: string, after: string): boolean {
  const [was, is] = [COMPARISON.exec(before), COMPARISON.exec(after)];
  if (was === null || is === null || was[1] !== is[1] || was[2] !== is[2]) {
    return false;
  }
  const [old, next] = [Number(was[3]), Number(is[3])];
  return was[2]?.startsWith('<') === true ? next >= old : next <= old;
}

/** Of a set of words, all of which have to be known. */
function wordsAreLooser(before: string, after: string): boolean {
  const [was, is] = [NO_OTHERS.exec(before), NO_OTHERS.exec(after)];
  const known = is?.[2]?.split(' ') ?? [];
  return (
    was !== null &&
    was[1] === is?.[1] &&
    (was[2] ?? '').split(' ').every((word) => known.includes(word))
  );
}

/** Strings and numbers of a list; undefined if it holds anything else. */
function literals(list: string): string[] | undefined {
  const items = parts(list, ',');
  return items.every((item) => /^("([^"\\$%]|\\.)*"|-?\d+(\.\d+)?)$/.test(item))
    ? items
    : undefined;
}

/** A text without the parentheses around all of it. */
function unwrapped(text: string): string {
  const trimmed = text.trim();
  const inside = trimmed.slice(1, -1);
  return trimmed.startsWith('(') && trimmed.endsWith(')') && depths(inside).every((at) => at >= 0)
    ? unwrapped(inside)
    : trimmed;
}

const tokensOf = (text: string): string[] => text.match(/"(?:[^"\\]|\\.)*"|&&|\|\||[\s\S]/g) ?? [];

/** How deep in brackets a text is behind each of its tokens. */
function depths(text: string): number[] {
  let depth = 0;
  return tokensOf(text).map((token) => (depth += depthOf(token)));
}

const depthOf = (token: string): number =>
  /^[([{]$/.test(token) ? 1 : /^[)\]}]$/.test(token) ? -1 : 0;

/** Parts between operators that stand in no brackets and no string. */
function parts(text: string, operator: string): string[] {
  const found: string[] = [''];
  let depth = 0;
  for (const token of tokensOf(text)) {
    depth += depthOf(token);
    if (depth === 0 && token === operator) {
      found.push('');
    } else {
      found.push(`${found.pop() ?? ''}${token}`);
    }
  }
  return found.map((part) => part.trim());
}

const withoutStrings = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
