import { literalExpression } from '../../../generator/hcl';
import { assignments } from '../../../generator/readme/module-block';
import { PLACEHOLDERS } from '../cases/aws-guide/guide';
import type { Explained, Inputs, Page, Procedure } from '../cases/aws-guide/guide';

/** Characters of an input in a cell. */
const LONGEST = 120;

const OPENING = [
  '# The modules and the AWS guide',
  '',
  'A test follows the pages of the AWS guide in one account of an emulator, applies the modules in another, and compares the',
  'content of IAM: trust, attached policies, permissions and instance profile of each role, user and policy. It runs in',
  'us-east-2, us-gov-west-1 and cn-north-1. It ignores tags, descriptions, paths, and the names and number of policies and',
  'statements.',
  '',
  '`npx jest __tests__/e2e/conformance.test.ts` runs it. This page is written from the same data, and a test fails when it is',
  'out of date; `WRITE_CONFORMANCE_PAGE=1 npx jest __tests__/conformance/page.test.ts` writes it anew.',
  '',
  '- **Commands**: the AWS CLI runs the commands for Linux as they are printed. Those for PowerShell and Windows are not run; a',
  '  test checks that they say the same.',
  '- **Console**: the page describes clicks and prints no commands. The test uses the AWS CLI commands for what the console',
  '  calls, and the JSON of the page as it is printed.',
  '- **Inputs**: those that match the page most closely. Procedures on one role share a `module` block, so their inputs are',
  '  combined from the first procedure on.',
  '- **Our defaults**: how the result differs if you set only the inputs that the procedure needs.',
  '- In GovCloud and China, `arn:aws:`, the region and, in China, the principal of EC2 are replaced by the local ones.',
  '',
  'Commands and documents are in `__tests__/e2e/cases/aws-guide/`, in a folder for each page.',
].join('\n');

/** The page of `docs/` on what reproduces the AWS guide. */
export function conformancePage(pages: readonly Page[]): string {
  const rows = pages.flatMap((page) => page.procedures.map((procedure) => row(page, procedure)));
  const placeholders = Object.entries(PLACEHOLDERS).map(([name, value]) => [
    code(name),
    code(value),
  ]);
  const sections = [
    OPENING,
    '## Procedures',
    table(['Procedure', 'Page', 'Run as', 'Module', 'Inputs', 'Our defaults'], rows),
    '## Placeholders',
    table(['Placeholder', 'Filled in'], placeholders),
    '## Pages',
    ...pages.flatMap(pageSections),
  ];
  return `${sections.join('\n\n')}\n`;
}

function row({ title, url }: Page, procedure: Procedure): string[] {
  const { name, module, inputs, defaults } = procedure;
  const link = `[${module}](../generated/modules/${module}/README.md)`;
  return [name, `[${title}](${url})`, ranAs(procedure), link, inline(inputs), defaults.why];
}

function ranAs({ scripts }: Procedure): string {
  const console = scripts.filter((script) => script.endsWith('.console.sh'));
  if (console.length === 0) {
    return 'commands';
  }
  return console.length === scripts.length ? 'console' : 'commands; S3 policy: console';
}

function pageSections(page: Page): string[] {
  const about = [
    `Printed at <${page.url}>. Today the procedure is at <${page.today}>.`,
    ...page.mended,
  ];
  return [
    `### ${page.title} (\`${page.folder}\`)`,
    about.map((text) => `- ${text}`).join('\n'),
    ...page.procedures.flatMap(procedureSections),
  ];
}

function procedureSections({ name, heading, inputs, left, defaults }: Procedure): string[] {
  return [
    `#### ${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`,
    `"${heading}"`,
    fenced('hcl', block(inputs)),
    ...(left === undefined ? [] : differs('With these inputs it still differs', left)),
    ...differs('With our defaults it differs', defaults),
  ];
}

function differs(what: string, { page, module, why }: Explained): string[] {
  const lines = [
    ...page.map((line) => `- page: ${line}`),
    ...module.map((line) => `+ ours: ${line}`),
  ];
  return lines.length === 0
    ? [`${what} in nothing. ${why}`]
    : [`${what}. ${why}`, fenced('diff', lines.join('\n'))];
}

/** Inputs as they stand in a `module` block. */
function block(inputs: Inputs): string {
  const lines = assignments(inputs, 0);
  return lines.length === 0 ? '# none' : lines.join('\n');
}

/** Inputs in a cell of a table; what is too long for one stands below. */
function inline(inputs: Inputs): string {
  const entries = Object.entries(inputs).map(([name, value]) => {
    const text = `${name} = ${literalExpression(value)}`;
    return code(text.length > LONGEST ? `${name} = ...` : text);
  });
  return entries.length === 0 ? 'none' : entries.join('<br />');
}

const code = (text: string): string => `\`${text}\``;

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** A table whose columns line up, as the formatter writes it. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, at) =>
    Math.max(...[header, ...rows].map((cells) => (cells[at] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}
