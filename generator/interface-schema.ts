import { flag, list, page, record, shape, text } from './json-schema';

/** Goes up by one when a reader of `interface.json` has to change. */
export const SCHEMA_VERSION = 1;

/** Name of the file that holds the schema, beside the module that is above all others. */
export const SCHEMA_FILE = 'interface.schema.json';

const versionFloor = (needed: string) => ({
  version: {
    type: 'string',
    pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$',
    description: 'The lowest one.',
  },
  needed_for: text(needed),
});

const code = {
  type: 'string',
  pattern: '^[A-Z][A-Za-z0-9]+$',
  description: 'Ends the message; never changes.',
};

const rule = shape({
  code,
  'part?': text('The part of the input that it is about; absent: all of it.'),
  'attribute?': text('The attribute of an object that it looks at.'),
  must: text('What is demanded, after the part and the name of the input.'),
  remedy: text('The way out.'),
  see: page('The page that says so.'),
});

const attribute = shape({
  name: text('Name of the attribute.'),
  type: text('Type constraint of Terraform.'),
  description: text('What it does.'),
  required: flag('Whether it has to be given.'),
  'default?': { description: 'Absent if it has to be given.' },
});

const input = shape({
  name: text('Name of the variable.'),
  type: text('Type constraint of Terraform.'),
  description: text('What it does, and what null does.'),
  required: flag('Whether it has to be given.'),
  nullable: flag('Whether null is a value with a meaning.'),
  sensitive: flag('Whether Terraform hides its value.'),
  'default?': { description: 'Absent if it has to be given.' },
  attributes: list(attribute, 'Attributes of the objects that it holds.'),
  rules: list(rule, 'What a value has to fulfil; Terraform refuses another at plan.'),
});

const together = shape({
  code,
  inputs: list(text('Name of a variable.'), 'The inputs that it looks at.'),
  must: text('What is demanded, with the inputs named.'),
  remedy: text('The way out.'),
});

const output = shape({
  name: text('Name of the output.'),
  description: text('What it holds.'),
  sensitive: flag('Whether Terraform hides its value.'),
});

/**
 * The JSON Schema of `interface.json`.
 *
 * @param domain schemas of what the modules add of their own field, by key
 */
export function interfaceSchema(domain: Readonly<Record<string, object>>): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:ssm-iam:interface:${SCHEMA_VERSION}`,
    title: 'Contract of a Terraform module',
    description: 'What a module of ssm-iam takes, gives and can grant, as data.',
    ...shape({
      $schema: text('Path of this schema.'),
      '//': text('Who wrote the file.'),
      schema_version: { const: SCHEMA_VERSION },
      name: text('Name of the module.'),
      summary: text('What it makes, for whom.'),
      see: page('The page whose procedure it replaces.'),
      terraform: shape(versionFloor('The feature that needs this version.')),
      providers: record(
        shape({
          source: text('Source address with its namespace.'),
          ...versionFloor('The feature that needs this version.'),
        }),
        'Providers by their local names.',
      ),
      inputs: list(input, 'Variables, by name.'),
      requirements: list(
        together,
        'What the inputs have to fulfil together; Terraform refuses others at plan.',
      ),
      outputs: list(output, 'Outputs, by name.'),
      addresses: list(
        text('An address without the keys of instances.'),
        'Resources, data sources and module calls.',
      ),
      ...domain,
    }),
  };
}
