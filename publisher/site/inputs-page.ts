import type { Contract } from '../../contract/contract';
import type { Attribute, Floor, Input, Rule } from '../../contract/module';
import type { LocatedModule } from '../module-interface';
import type { Edition } from './edition';
import type { Page } from './layout';
import { block, code, facts, joined, link, list, markup, prose, table } from './markup';
import type { Markup, Row } from './markup';
import { moduleParts } from './module-table';
import { path } from './paths';

/** What a caller of the modules meets: inputs, outputs, the versions needed, and what is created. */
export function inputsPage(edition: Edition): Page {
  const modules = edition.modules();
  return {
    path: path.inputs(edition.version),
    heading: 'Inputs and outputs',
    title: `Inputs and outputs, ${edition.name} ${edition.version}`,
    edition,
    parts: moduleParts(modules),
    content: modules.map(moduleSection),
  };
}

const moduleSection = ({ contract }: LocatedModule): Markup =>
  markup`<h2 id="${contract.name}">${contract.name}</h2>
${facts(floors(contract))}
<h3>Inputs</h3>
${inputs(contract)}<h3>Outputs</h3>
${outputs(contract)}<details><summary>Resources of ${contract.name}</summary>
${list(contract.addresses.map(code))}
</details>
`;

function inputs({ name, inputs: all, requirements }: Contract): Markup {
  // sorting keeps the order of equals: by name
  const sorted = [...all].sort((a, b) => Number(b.required) - Number(a.required));
  const rules = requirements.map(({ code: rule, inputs: about, must, remedy }) => ({
    cells: [rule, joined(about.map(code), ', '), `${must}; ${remedy}`],
  }));
  return markup`${
    sorted.length === 0
      ? markup`<p>It takes none.</p>\n`
      : table(
          `Inputs of ${name}, required ones first`,
          ['Input', 'Default', 'Description'],
          sorted.map((input) => inputRow(name, input)),
        )
  }${rules.length === 0 ? '' : table(`Rules between inputs of ${name}`, ['Code', 'Inputs', 'Rule'], rules)}`;
}

function inputRow(module: string, input: Input): Row {
  const { name, type, sensitive, attributes, rules } = input;
  const id = `${module}-input-${name}`;
  const shortType = attributes.length === 0 ? type : type.replace(/object\(\{[^]*\}\)/, 'object');
  return {
    id,
    cells: [
      markup`<a href="#${id}">${code(name)}</a><span class="type">${code(shortType)}</span>`,
      defaultOf(input),
      [
        markup`<p>${prose(input.description)}${sensitive ? ' Sensitive.' : ''}</p>`,
        folded(attributes, 'attribute', name, [
          list(attributes.map(attributeInWords)),
          block(type, `Type of ${name}`),
        ]),
        folded(rules, 'rule', name, list(rules.map(ruleInWords))),
      ],
    ],
  };
}

const folded = (
  all: readonly unknown[],
  what: string,
  name: string,
  content: Markup | Markup[],
): Markup | undefined =>
  all.length === 0
    ? undefined
    : markup`<details><summary>${all.length} ${what}${all.length === 1 ? '' : 's'}<span class="hidden"> of ${name}</span></summary>
${content}
</details>
`;

const defaultOf = (input: Attribute): Markup =>
  input.required ? markup`<strong>required</strong>` : code(JSON.stringify(input.default));

const attributeInWords = (attribute: Attribute): Markup =>
  markup`${code(attribute.name)}: ${code(attribute.type)}, ${attribute.required ? '' : 'default '}${defaultOf(attribute)}. ${prose(attribute.description)}`;

const ruleInWords = ({ code: name, attribute, must, remedy, see }: Rule): Markup =>
  markup`${attribute === undefined ? '' : [code(attribute), ' ']}${must}; ${remedy} (${link(see, name)})`;

const outputs = ({ name: module, outputs: all }: Contract): Markup =>
  all.length === 0
    ? markup`<p>It gives none.</p>\n`
    : table(
        `Outputs of ${module}`,
        ['Output', 'Description'],
        all.map(({ name, description, sensitive }) => ({
          id: `${module}-output-${name}`,
          cells: [
            markup`<a href="#${module}-output-${name}">${code(name)}</a>`,
            [prose(description), sensitive ? ' Sensitive.' : ''],
          ],
        })),
      );

const floors = ({ terraform, providers }: Contract): (readonly [string, Markup])[] => [
  ['Terraform', floor(terraform)],
  ...Object.values(providers).map((one) => [one.source, floor(one)] as const),
];

const floor = ({ version, needed_for }: Floor): Markup =>
  markup`${version} or newer, for ${/^[\w.]+$/.test(needed_for) ? code(needed_for) : prose(needed_for)}`;
