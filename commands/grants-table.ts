import Table from 'cli-table3';
import type { Colors } from 'picocolors/types';
import { principalsOf } from '../contract/words';
import type { Grant } from '../modules/iam/permissions/explain';
import type { PermissionsModel } from '../modules/iam/permissions/model';

type Paint = Pick<Colors, 'bold' | 'dim'>;

/** What is shown, and where. */
export interface Shown {
  readonly grants: readonly Grant[];
  readonly managedPolicies: PermissionsModel['managed_policies'];
  /** The inputs that the caller gave, by name. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly paint: Paint;
  /** Width of the terminal; absent: as wide as it takes. */
  readonly columns?: number | undefined;
}

/** A line of a cell; a note is less loud than the rest. */
type Line = string | { readonly note: string };

const HEAD = ['Who', 'May', 'Because'];
/** How the width is shared out, in hundredths. */
const SHARES = [22, 46, 32];
const BORDERS = HEAD.length + 1;
const PADDING = 2;
const NARROWEST = 60;
const LONGEST_VALUE = 60;

/** Who is granted what and why, as a table with the pages of AWS below it. */
export function grantsTable(shown: Shown): string {
  const { grants, columns, paint } = shown;
  const widths = columns === undefined ? [] : widthsFor(columns);
  const pages = [...new Set(grants.map(({ see }) => see))];
  const table = new Table({
    head: HEAD.map((title) => paint.bold(title)),
    colWidths: widths,
    wordWrap: columns !== undefined,
    style: { head: [], border: [] },
  });
  for (const grant of grants) {
    const cells = [who(grant), may(grant, shown), because(grant, shown, pages)];
    table.push(
      cells.map((lines, i) => lines.map((line) => said(line, widths[i], paint)).join('\n')),
    );
  }
  return [table.toString(), ...pages.map((page, i) => `[${i + 1}] ${page}`)].join('\n');
}

function widthsFor(columns: number): number[] {
  const all = Math.max(columns, NARROWEST) - BORDERS;
  const [first = 0, second = 0] = SHARES.map((share) => Math.floor((all * share) / 100));
  return [first, second, all - first - second];
}

function said(line: Line, width: number | undefined, paint: Paint): string {
  return typeof line === 'string' ? breakable(line, width) : paint.dim(breakable(line.note, width));
}

/** Lets a word that is too long for its column go on in the next line: it would be cut. */
function breakable(line: string, width: number | undefined): string {
  return width === undefined
    ? line
    : line.replace(new RegExp(`\\S{${width - PADDING}}(?=\\S)`, 'g'), '$& ');
}

function who(grant: Grant): Line[] {
  const named = grant.kind === 'trust' ? principalsOf(grant) : grant.granted_to;
  return named.length > 0 ? [...named] : ['nobody, until it is attached'];
}

function may(grant: Grant, { managedPolicies }: Shown): Line[] {
  const { address, policy_arn: arn = '', document = '', managed_policy: name = '' } = grant;
  switch (grant.kind) {
    case 'trust':
      return [`assume ${address}`, ...conditions(grant)];
    case 'statement': {
      const { actions = [], resources = [] } = grant;
      return [...actions, { note: 'on' }, ...resources, ...conditions(grant)];
    }
    case 'attached-policy':
      return [{ note: 'what this policy allows:' }, arn, ...actionsOf(managedPolicies[name])];
    case 'embedded-document':
      return [{ note: 'what this document allows:' }, document];
    case 'boundary':
      return [{ note: 'nothing that this policy does not allow:' }, arn];
  }
}

function conditions({ conditions: byOperator = {} }: Grant): Line[] {
  const tests = Object.entries(byOperator).flatMap(([operator, byKey]) =>
    Object.entries(byKey).map(([key, values]) => `${key} ${operator} ${values.join(' or ')}`),
  );
  return tests.length > 0 ? [{ note: 'only if' }, ...tests] : [];
}

/** What AWS's own policy allowed on the day that the model knows. */
function actionsOf(policy: PermissionsModel['managed_policies'][string] | undefined): Line[] {
  if (policy === undefined) {
    return [];
  }
  const actions = policy.statements.flatMap(({ Action, Resource }) =>
    Action.map((action) =>
      Resource.includes('*') ? action : `${action} on ${Resource.join(' or ')}`,
    ),
  );
  return [{ note: `as of ${policy.as_of}:` }, ...new Set(actions)];
}

function because(
  { because: inputs, reason, see }: Grant,
  { given }: Shown,
  pages: readonly string[],
): Line[] {
  const switches = Object.entries(inputs).map(
    ([name, value]) =>
      `${name} = ${shortened(JSON.stringify(value))}${isGiven(name, given) ? '' : ' (default)'}`,
  );
  const page = `[${pages.indexOf(see) + 1}]`;
  return [...(switches.length > 0 ? switches : ['always']), { note: `${reason} ${page}` }];
}

/** An attribute too, by its path; what an object leaves out may be shared. */
function isGiven(path: string, given: Shown['given']): boolean {
  const names = path.split('.');
  const value = names.reduce<unknown>(
    (outer, name) => (outer as Shown['given'] | null | undefined)?.[name],
    given,
  );
  return (value ?? given[names.at(-1) ?? path] ?? null) !== null;
}

const shortened = (text: string): string =>
  text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;
