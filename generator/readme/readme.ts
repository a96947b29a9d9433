import { MARKER } from '../emit/terraform-files';
import type { InterfaceInput, ModuleInterface } from '../interface';
import { anchored, cell, code, fenced, name, table } from './markdown';
import { moduleBlock } from './usage';

/** The README of a module. */
export function readme(module: ModuleInterface): string {
  const sections = [
    `<!-- ${MARKER} -->`,
    `# ${module.name}`,
    module.summary,
    `It replaces the procedure of [this AWS page](${module.awsPage}).`,
    '## Usage',
    fenced('hcl', moduleBlock(module.name.replace(/-/g, '_'), sourceOf(module), module.example)),
    'The source is the path of this folder from yours, or its address in a registry or repository.',
    '<!-- BEGIN_TF_DOCS -->',
    ...reference(module),
    '<!-- END_TF_DOCS -->',
  ];
  return `${sections.join('\n\n')}\n`;
}

/** A module that calls others lies above the folder that they are in. */
const sourceOf = ({ name, modules }: ModuleInterface): string =>
  modules.length > 0 ? `./${name}` : `./modules/${name}`;

const kindOf = (address: string): string => {
  const kind = /(?:^|\.)data\./.test(address) ? 'data source' : 'resource';
  return /^module\.\w+$/.test(address) ? 'module' : kind;
};

function reference({ floors, provider, addresses, inputs, outputs }: ModuleInterface): string[] {
  return [
    '## Requirements',
    table(
      ['Name', 'Version', 'Needed for'],
      [
        ['terraform', `>= ${floors.terraform.version}`, floors.terraform.feature],
        [provider.name, `>= ${floors.provider.version}`, code(floors.provider.feature)],
      ],
    ),
    '## Resources',
    table(
      ['Address', 'Type'],
      addresses.map((address) => [code(address), kindOf(address)]),
    ),
    '## Inputs',
    table(['Name', 'Description', 'Type', 'Default', 'Required'], inRowOrder(inputs).map(inputRow)),
    ...inputs.filter(({ attributes }) => attributes.length > 0).flatMap(attributeSection),
    '## Outputs',
    table(
      ['Name', 'Description'],
      outputs.map((output) => [anchored('output', output.name), cell(output.description)]),
    ),
  ];
}

/** Required inputs first. */
function inRowOrder(inputs: readonly InterfaceInput[]): InterfaceInput[] {
  return [
    ...inputs.filter(({ required }) => required),
    ...inputs.filter(({ required }) => !required),
  ];
}

function inputRow(input: InterfaceInput): string[] {
  return [
    anchored('input', input.name),
    cell(input.description),
    code(input.attributes.length > 0 ? `${input.type.split('(')[0] ?? ''}(object)` : input.type),
    input.required ? 'n/a' : code(JSON.stringify(input.default)),
    input.required ? 'yes' : 'no',
  ];
}

function attributeSection({ name: input, attributes }: InterfaceInput): string[] {
  return [
    `### Objects of ${name(input)}`,
    table(
      ['Attribute', 'Description', 'Type', 'Default'],
      attributes.map((attribute) => [
        name(attribute.name),
        cell(attribute.description),
        code(attribute.type),
        attribute.required ? 'required' : code(JSON.stringify(attribute.default)),
      ]),
    ),
  ];
}
