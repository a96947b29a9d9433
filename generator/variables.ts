import { TerraformOutput, TerraformVariable } from 'cdktf';
import type { Precondition, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { demandsOf } from './blocks';
import { Expr, Reference } from './expression';
import type { Input, Inputs, References } from './inputs';
import type { ModuleDefinition } from './module';
import { snakeCase } from './names';
import { unlessNull } from './nulls';
import { mistake, subject } from './rules';
import type { Rule } from './rules';

/**
 * Puts a module's construct into a stack: its inputs as variables, its
 * attributes as outputs, the first of which has what is demanded of the inputs.
 *
 * @throws UsageError when two blocks would have one address
 */
export function instantiate(stack: TerraformStack, definition: ModuleDefinition): void {
  const demanded = demandsOf(stack);
  const references = Object.entries(definition.inputs).map(([name, declared]) => [
    name,
    declareVariable(stack, snakeCase(name), declared),
  ]);
  const construct = definition.build(
    stack,
    'Default',
    Object.fromEntries(references) as References<Inputs>,
  );
  Object.entries<string>(definition.outputs).forEach(([attribute, description], i) => {
    const output = declareOutput(stack, construct, attribute, description);
    if (i === 0 && demanded.length > 0) {
      // CDKTF's prop takes a single one
      output.addOverride('precondition', demanded.map(asBlock));
    }
  });
}

function declareVariable(
  stack: TerraformStack,
  name: string,
  declared: Input<unknown>,
): Reference<unknown> {
  const reference = `var.${name}`;
  const variable = new TerraformVariable(stack, `variable_${name}`, {
    type: declared.type.constraint,
    description: declared.description,
    nullable: declared.nullable,
    ...(declared.rules.length > 0 && {
      validation: declared.rules.map((rule) => validation(name, reference, declared, rule)),
    }),
  });
  variable.overrideLogicalId(name);
  if (!declared.required) {
    // not as a prop: CDKTF throws on null and changes the case of a map's keys
    variable.addOverride('default', declared.default);
  }
  return new Reference(name, reference);
}

function validation(
  name: string,
  reference: string,
  { nullable }: Input<unknown>,
  rule: Rule<unknown>,
): { condition: string; errorMessage: string } {
  const value = new Expr(reference);
  const condition = rule.condition(value);
  return {
    condition: (nullable ? unlessNull(value, condition) : condition).inString,
    errorMessage: `${mistake(snakeCase(subject(name, rule)), rule)} [${rule.code}]`,
  };
}

function declareOutput(
  stack: TerraformStack,
  construct: Construct,
  attribute: string,
  description: string,
): TerraformOutput {
  const name = snakeCase(attribute);
  const value = (construct as unknown as Record<string, unknown>)[attribute];
  const output = new TerraformOutput(stack, name, { value, description });
  output.overrideLogicalId(name);
  return output;
}

const asBlock = ({ condition, errorMessage }: Precondition): object => ({
  condition: condition as unknown,
  error_message: errorMessage,
});
