import { z } from 'zod';
import { flag, list, page, record, shape, text } from './pieces';

/** What a module takes and gives: the part of its contract in the words of Terraform. */

const code = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]+$/)
  .describe('Ends the message; never changes.');

const limits = shape({
  one_of: list(z.string(), 'The texts that are taken.').exactOptional(),
  pattern: text('A regular expression that RE2 and JavaScript read alike.').exactOptional(),
  shortest: z.number().describe('Characters.').exactOptional(),
  longest: z.number().describe('Characters.').exactOptional(),
  most: z.number().describe('Elements.').exactOptional(),
  absent: flag('Whether null is taken for the attribute.').exactOptional(),
});

const rule = shape({
  code,
  part: text('The part of the input that it is about; absent: all of it.').exactOptional(),
  attribute: text('The attribute of an object that it looks at.').exactOptional(),
  limits: limits
    .describe('The whole of what it compares with; absent: the rule is no such data.')
    .exactOptional(),
  must: text('What is demanded, after the part and the name of the input.'),
  remedy: text('The way out.'),
  see: page('The page that says so.'),
});

const collections = list(
  z.enum(['list', 'map', 'set']),
  'The collections that its objects stand in, outermost first; absent: in none.',
).exactOptional();

const value = {
  type: text('Type constraint of Terraform.'),
  collections,
  required: flag('Whether it has to be given.'),
  default: z.unknown().describe('Absent if it has to be given.').exactOptional(),
};

const plainAttribute = {
  name: text('Name of the attribute.'),
  description: text('What it does.'),
  ...value,
};

export interface Attribute extends Readonly<z.infer<z.ZodObject<typeof plainAttribute>>> {
  readonly attributes?: readonly Attribute[];
}

const attribute: z.ZodType<Attribute> = z
  .object({
    ...plainAttribute,
    get attributes() {
      return list(attribute, 'Attributes of the objects that it holds.').exactOptional();
    },
  })
  .meta({ id: 'attribute' });

const input = shape({
  name: text('Name of the variable.'),
  description: text('What it does, and what null does.'),
  ...value,
  nullable: flag('Whether null is a value with a meaning.'),
  attributes: list(attribute, 'Attributes of the objects that it holds.'),
  rules: list(rule, 'What a value has to fulfil; Terraform refuses another at plan.'),
});

const requirement = shape({
  code,
  inputs: list(text('Name of a variable.'), 'The inputs that it looks at.'),
  must: text('What is demanded, with the inputs named.'),
  remedy: text('The way out.'),
});

const output = shape({
  name: text('Name of the output.'),
  description: text('What it holds.'),
});

const floor = {
  version: z
    .string()
    .regex(/^[0-9]+\.[0-9]+\.[0-9]+$/)
    .describe('The lowest one.'),
  needed_for: text('The feature that needs this version.'),
};

const node = shape({
  id: text('Name within the diagram.'),
  text: text('What stands in the box.'),
  outside: flag('Whether it comes from outside, as who assumes a role does.'),
});

const edge = shape({
  from: text('Id of a node.'),
  to: text('Id of a node.'),
  does: text('What the one does with the other; absent: gets it.').exactOptional(),
  inputs: list(
    text('An input, with what it has to be if its name does not say it.'),
    'The inputs that decide on it.',
  ),
  by_default: flag('Whether it is so with the defaults of all inputs.'),
});

const diagram = shape({ nodes: list(node, 'Boxes.'), edges: list(edge, 'Arrows.') });

export const moduleShape = {
  $schema: text('Path of this schema.'),
  '//': text('Who wrote the file.'),
  /** Goes up by one when a reader of `interface.json` has to change. */
  schema_version: z.literal(1),
  name: text('Name of the module.'),
  summary: text('What it makes, for whom.'),
  see: page('The page whose procedure it replaces.'),
  terraform: shape(floor),
  providers: record(
    shape({ source: text('Source address with its namespace.'), ...floor }),
    'Providers by their local names.',
  ),
  inputs: list(input, 'Variables, by name.'),
  requirements: list(
    requirement,
    'What the inputs have to fulfil together; Terraform refuses others at plan.',
  ),
  outputs: list(output, 'Outputs, by name.'),
  addresses: list(
    text('An address without the keys of instances.'),
    'Resources, data sources and module calls.',
  ),
  diagram: diagram.describe('What the README draws; absent: it draws nothing.').exactOptional(),
};

export type Limits = z.infer<typeof limits>;
export type Rule = z.infer<typeof rule>;
export type Input = z.infer<typeof input>;
export type Requirement = z.infer<typeof requirement>;
export type Output = z.infer<typeof output>;
export type Diagram = z.infer<typeof diagram>;
export type DiagramNode = z.infer<typeof node>;
export type DiagramEdge = z.infer<typeof edge>;
export type Floor = ModuleContract['terraform'];
export type ModuleContract = z.infer<z.ZodObject<typeof moduleShape>>;
