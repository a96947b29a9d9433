import type { Input } from '../../contract/module';
import type { ModuleInterface } from '../interface';
import { code, link, name, prose, table } from './markdown';

/** Where the module differs from the documents, and why. */
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
  const rows = inputs.filter(({ rules: own }) => own.length > 0).map(ruleRow);
  const objects = inputs.filter(({ attributes }) => attributes.length > 0);
  return [
    '## Rules and attributes of inputs',
    [RULES, ...(objects.length === 0 ? [] : [MISSPELT])].join(' '),
    ...objects.flatMap(attributeSection),
    '### Rules',
    table(['Input', 'Rule', 'Code'], rows),
    ...(requirements.length === 0 ? [] : together(requirements)),
  ];
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

const LINES = '<br>';

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

/** One row for all rules of an input. */
function ruleRow({ name: input, rules: all }: Input): string[] {
  return [
    name(input),
    all.map(({ part, must }) => prose(part === undefined ? must : `${part} ${must}`)).join(LINES),
    all.map(({ code: stable, see }) => link(stable, see)).join(LINES),
  ];
}

/** What callers can rely on when a new version appears. */
export function upgrades({ modules }: ModuleInterface): string[] {
  const changelog = modules.length > 0 ? 'CHANGELOG.md' : '../../CHANGELOG.md';
  return [
    '## Upgrading',
    [
      'Upgrades keep inputs, outputs and resource addresses stable. Expect an empty plan unless the changelog says otherwise.',
      'If an address changes, a `moved` block prevents replacement. Breaking changes appear only in a new major version (before',
      `1.0.0, a new minor version). The ${link('changelog', changelog)} lists them under "Changed" or "Removed", with what to do, and lists every`,
      'permission that is added.',
    ].join(' '),
  ];
}
