import type { Input } from '../../contract/module';
import type { ModuleInterface } from '../interface';
import { code, link, name, prose, table } from './markdown';

/** What the module does otherwise than the documents, and why. */
export function differences({ differences: all }: ModuleInterface): string[] {
  return all.length === 0
    ? []
    : [
        '## What differs from the AWS page',
        table(
          ['AWS', 'This module', 'Why'],
          all.map(({ page, module, why, see }) => [
            `${prose(page)} ${link('(page)', see)}`,
            prose(module),
            prose(why),
          ]),
        ),
      ];
}

/** What terraform-docs has no column for. */
export function rules({ inputs, requirements }: ModuleInterface): string[] {
  const rows = inputs.flatMap(ruleRows);
  const objects = inputs.filter(({ attributes }) => attributes.length > 0);
  const sections = [
    ...(objects.length === 0 ? [] : [MISSPELT]),
    ...objects.flatMap(attributeSection),
    ...(rows.length === 0 ? [] : ['### Rules', RULES, table(['Input', 'Rule', 'Code'], rows)]),
    ...(requirements.length === 0 ? [] : together(requirements)),
  ];
  return sections.length === 0 ? [] : ['## Rules and attributes of inputs', ...sections];
}

/** What the inputs demand of each other. */
function together(requirements: ModuleInterface['requirements']): string[] {
  const rows = requirements.map(({ inputs, must, code: stable }) => [
    inputs.map(name).join(', '),
    prose(must),
    stable,
  ]);
  return ['### Rules between inputs', table(['Inputs', 'Rule', 'Code'], rows)];
}

const MISSPELT =
  'Terraform ignores a misspelt attribute of an object and gives no message: the default applies.';

const RULES = 'A value that breaks a rule is refused at plan. The message ends with the code.';

function attributeSection({ name: input, attributes }: Input): string[] {
  return [
    `### Objects of ${name(input)}`,
    table(
      ['Attribute', 'Description', 'Type', 'Default'],
      attributes.map((attribute) => [
        name(attribute.name),
        prose(attribute.description),
        code(attribute.type),
        attribute.required ? 'required' : code(JSON.stringify(attribute.default)),
      ]),
    ),
  ];
}

function ruleRows({ name: input, rules: all }: Input): string[][] {
  return all.map(({ code: stable, part, must, see }) => [
    name(part === undefined ? input : `${part} of ${input}`),
    prose(must),
    link(stable, see),
  ]);
}

/** What those who call the module may count on when a new version comes. */
export function upgrades(): string[] {
  return [
    '## Upgrading',
    [
      'Inputs, outputs and addresses of resources are what an upgrade keeps: from version to version the plan is empty,',
      'unless the changelog says what changes and why. An address that moves comes with a `moved` block, so that nothing is',
      'replaced. A breaking change comes with a new major version only (before 1.0.0: a new minor version), and is listed in',
      `${link('CHANGELOG.md', 'CHANGELOG.md')} under "Changed" or "Removed" with what to do. The changelog also lists every added permission.`,
    ].join('\n'),
  ];
}
