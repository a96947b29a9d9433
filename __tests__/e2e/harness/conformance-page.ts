import { assignments, literal } from '../../../generator/readme/module-block';
import { PLACEHOLDERS } from '../cases/aws-guide/guide';
import type { Explained, Inputs, Page, Procedure } from '../cases/aws-guide/guide';

/** Characters of an input in a cell. */
const LONGEST = 120;

const OPENING = [
  '# The modules and the AWS guide',
  '',
  'A test follows the pages of the AWS guide in one account of an emulator, applies the modules in another, and compares by',
  'content what IAM holds then: trust, attached policies, permissions and instance profile of each role, user and policy. It',
  'does so in us-east-2, us-gov-west-1 and cn-north-1. Names and number of policies and statements make no difference, nor do',
  'tags, descriptions and paths.',
  '',
  '`npx jest __tests__/e2e/conformance.test.ts` runs it. This page is written from the same data, and a test fails when it is',
  'out of date; `WRITE_CONFORMANCE_PAGE=1 npx jest __tests__/conformance/page.test.ts` writes it anew.',
  '',
  '- **Commands** are those of AWS for Linux, run through the AWS CLI as they are printed. Those for PowerShell and Windows are',
  '  not run; a test reads them and finds that they say the same.',
  '- **Console** means that the page has clicks and no commands. What the console calls is spelled as commands of the AWS CLI;',
  '  JSON that the page prints is used as it is.',
  '- **Inputs** are those that come to the same as the page. Procedures on one role share a `module` block, so their inputs add',
  '  up, and what a later procedure brings is there from the first.',
  '- **Our defaults** is what comes out when the inputs ask for the same and loosen nothing.',
  "- In GovCloud and China `arn:aws:`, the region and, in China, EC2's name as a principal are what they are there.",
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
  const about = [`Printed at <${page.url}>; today it is told at <${page.today}>.`, ...page.mended];
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
    const text = `${name} = ${literal(value)}`;
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
