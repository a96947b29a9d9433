import type { Input } from '../../contract/module';
import type { Files } from '../../files';
import { canonicalJson } from '../emit/json';
import type { ModuleInterface } from '../interface';
import { anchored, table } from './markdown';

/**
 * The reference of a module as terraform-docs writes it, between its markers:
 * running terraform-docs with `terraformDocsSettings` finds nothing to change.
 *
 * @see https://terraform-docs.io/reference/markdown-table/
 */
export function terraformDocs(module: ModuleInterface): string {
  const content = sectionsOf(module).map((title) => {
    const { header, rows } = SECTIONS[title];
    return section(title, header, rows(module));
  });
  // terraform-docs leaves no blank line next to its markers
  return `<!-- BEGIN_TF_DOCS -->\n${content.join('\n\n')}\n<!-- END_TF_DOCS -->`;
}

interface Section {
  readonly header: readonly string[];
  readonly rows: (module: ModuleInterface) => string[][];
}

const SECTIONS = {
  Inputs: {
    header: ['Name', 'Description', 'Type', 'Default', ':Required'],
    rows: ({ inputs }) => requiredFirst(inputs).map(inputRow),
  },
  Outputs: {
    header: ['Name', 'Description'],
    rows: ({ outputs }) =>
      outputs.map(({ name, description }) => [anchored('output', name), text(description)]),
  },
  Requirements: { header: ['Name', 'Version'], rows: requirements },
  Modules: {
    header: ['Name', 'Source', 'Version'],
    rows: ({ modules }) =>
      modules.map(({ name, source }) => [anchored('module', name), source, 'n/a']),
  },
  Resources: { header: ['Name', 'Type'], rows: resources },
} as const satisfies Readonly<Record<string, Section>>;

/** The file by which terraform-docs writes what `terraformDocs` does. */
export const terraformDocsSettings = (module: ModuleInterface): Files => ({
  '.terraform-docs.yml': [
    'formatter: markdown table',
    'content: |-',
    ...sectionsOf(module).flatMap((name, at) => [...(at === 0 ? [] : ['']), `  {{ .${name} }}`]),
    'output:',
    '  file: README.md',
    '  mode: inject',
    'settings:',
    '  lockfile: false',
    'sort:',
    '  by: required',
    '',
  ].join('\n'),
});

/** In the order in which a user reads; only a module that calls others lists them. */
const sectionsOf = ({ modules }: ModuleInterface): (keyof typeof SECTIONS)[] => [
  'Inputs',
  'Outputs',
  'Requirements',
  ...(modules.length === 0 ? [] : (['Modules'] as const)),
  'Resources',
];

function section(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const body = rows.length === 0 ? `No ${title.toLowerCase()}.` : table(header, rows);
  return `## ${title}\n\n${body}`;
}

function requirements({ terraform, providers }: ModuleInterface): string[][] {
  return Object.entries({ terraform, ...providers }).map(([name, { version }]) => [
    anchored('requirement', name),
    `>= ${version}`,
  ]);
}

/** Resources, then data sources, each in the order of their addresses. */
function resources({ addresses, providers }: ModuleInterface): string[][] {
  const own = addresses.filter((address) => !address.startsWith('module.'));
  const isData = (address: string): boolean => address.startsWith('data.');
  return [...own.filter((address) => !isData(address)), ...own.filter(isData)].map((address) => {
    const [type = '', label = ''] = address.replace(/^data\./, '').split('.');
    const kind = isData(address) ? 'data-sources' : 'resources';
    const [, provider = '', name = ''] = /^([a-z]+)_(.*)$/.exec(type) ?? [];
    const page = `https://registry.terraform.io/providers/${providers[provider]?.source ?? ''}/latest/docs/${kind}/${name}`;
    return [`[${type}.${label}](${page})`, isData(address) ? 'data source' : 'resource'];
  });
}

function requiredFirst(inputs: readonly Input[]): Input[] {
  return [
    ...inputs.filter(({ required }) => required),
    ...inputs.filter(({ required }) => !required),
  ];
}

function inputRow(input: Input): string[] {
  return [
    anchored('input', input.name),
    text(input.description),
    code(input.type),
    input.required ? 'n/a' : code(canonicalJson(input.default).trimEnd()),
    input.required ? 'yes' : 'no',
  ];
}

/** A value over several lines goes into one cell. */
function code(value: string): string {
  return value.includes('\n') ? `<pre>${value.replaceAll('\n', '<br/>')}</pre>` : `\`${value}\``;
}

/** Text outside of code must not be taken for a cell's end or for emphasis. */
function text(description: string): string {
  return description
    .split('`')
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll('|', '\\|').replaceAll('_', '\\_')))
    .join('`')
    .replaceAll('\n', '<br/>');
}
