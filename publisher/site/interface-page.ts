import type { Contract } from '../../contract/contract';
import type { Input } from '../../contract/module';
import type { LocatedModule } from '../module-interface';
import type { Edition } from './edition';
import { defaultOf, floorFacets, ruleInWords } from './facets';
import type { Page } from './layout';
import { block, code, facts, joined, list, listOf, markup, prose, table } from './markup';
import type { Markup, Row } from './markup';
import { modulePage } from './module-pages';
import { path } from './paths';

/** What a caller of a module meets: inputs, outputs, versions that it needs, and what it makes. */
export function interfacePage(edition: Edition, { contract }: LocatedModule): Page {
  const { name, addresses } = contract;
  const sections = [
    ['Inputs', 'inputs', inputs(contract)],
    ['Outputs', 'outputs', outputs(contract)],
    ['Requirements', 'requirements', requirements(contract)],
    ['Resources', 'resources', list(addresses.map(code))],
  ] as const;
  return modulePage(edition, name, {
    path: path.contract(edition.version, name),
    subject: 'inputs and outputs',
    parts: sections.map(([title, anchor]) => [title, anchor]),
    content: sections.map(
      ([title, anchor, content]) => markup`<h2 id="${anchor}">${title}</h2>\n${content}\n`,
    ),
  });
}

function inputs(contract: Contract): Markup {
  // sorting keeps the order of equals: by name
  const sorted = [...contract.inputs].sort((a, b) => Number(b.required) - Number(a.required));
  const none = markup`<p>It takes none.</p>`;
  return markup`${
    sorted.length === 0
      ? none
      : table(
          'Inputs, those that are required first',
          ['Input', 'Default', 'Description'],
          sorted.map(inputRow),
        )
  }${between(contract)}`;
}

function inputRow(input: Input): Row {
  const { name, required, sensitive } = input;
  const isShort = input.attributes.length === 0;
  const type = isShort ? input.type : input.type.replace(/object\(\{[^]*\}\)/, 'object');
  return {
    id: `input_${name}`,
    cells: [
      markup`<a href="#input_${name}">${code(name)}</a><span class="type">${code(type)}</span>`,
      required ? markup`<strong>required</strong>` : defaultOf(input),
      [
        markup`<p>${prose(input.description)}${sensitive ? ' Sensitive.' : ''}</p>`,
        isShort ? '' : attributes(input),
        rules(input),
      ],
    ],
  };
}

function attributes({ name, type, attributes: all }: Input): Markup {
  const rows = all.map((attribute) => ({
    cells: [
      markup`${code(attribute.name)}<span class="type">${code(attribute.type)}</span>`,
      attribute.required ? markup`<strong>required</strong>` : defaultOf(attribute),
      prose(attribute.description),
    ],
  }));
  return markup`<details><summary>${counted(all.length, 'attribute')} of ${code(name)}</summary>
${table(`Attributes of ${name}`, ['Attribute', 'Default', 'Description'], rows)}
${block(type, `Type of ${name}`)}
</details>
`;
}

function rules({ name, rules: all }: Input): Markup | undefined {
  return all.length === 0
    ? undefined
    : markup`<details><summary>${counted(all.length, 'rule')} for ${code(name)}</summary>
${list(all.map(ruleInWords))}
</details>
`;
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

function between({ requirements: all }: Contract): Markup | undefined {
  const rows = all.map(({ code: name, inputs: about, must, remedy }) => ({
    cells: [name, joined(about.map(code), ', '), `${must}; ${remedy}`],
  }));
  return rows.length === 0
    ? undefined
    : markup`<h3 id="rules-between-inputs">Rules between inputs</h3>
${table('Rules between inputs', ['Code', 'Inputs', 'Rule'], rows)}`;
}

function outputs({ outputs: all }: Contract): Markup {
  return all.length === 0
    ? markup`<p>It gives none.</p>`
    : table(
        'Outputs',
        ['Output', 'Description'],
        all.map(({ name, description, sensitive }) => ({
          id: `output_${name}`,
          cells: [
            markup`<a href="#output_${name}">${code(name)}</a>`,
            [prose(description), sensitive ? ' Sensitive.' : ''],
          ],
        })),
      );
}

const requirements = (contract: Contract): Markup =>
  facts(Object.entries(floorFacets(contract)).map(([label, lines]) => [label, listOf(lines)]));
