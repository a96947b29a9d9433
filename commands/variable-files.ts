import { UsageError, reasonOf } from '../errors';
import { readText, whileReading } from '../files';
import { parseJson } from '../json';

/** Many times what the inputs of a module come to; the parser is slow with nonsense. */
const MOST_BYTES = 64 * 1024;

type Values = Readonly<Record<string, unknown>>;

/** As text: the declarations of the package would bring all globals of a browser with them. */
const HCL_PARSER = '@cdktn/hcl2json' as string;

interface HclParser {
  readonly parse: (name: string, text: string) => Promise<Values>;
}

/**
 * The variables in a `.tfvars` or `.tfvars.json` file, by name.
 *
 * @throws UsageError `UnreadableFile`, `VariableFile` or `VariableExpression`
 */
export async function readVariableFile(path: string): Promise<Values> {
  const text = whileReading(path, 'give the path of a .tfvars or .tfvars.json file', () =>
    readText(path, MOST_BYTES),
  );
  return path.endsWith('.json') ? fromJson(path, text) : fromHcl(path, text);
}

function fromJson(path: string, text: string): Values {
  try {
    const value: unknown = parseJson(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Values;
    }
  } catch (error) {
    throw notVariables(path, reasonOf(error));
  }
  throw notVariables(path, 'it is not a JSON object');
}

/**
 * Values in Terraform's language, by the names of variables.
 *
 * @param source where they come from, for messages
 * @throws UsageError `VariableFile` or `VariableExpression`
 */
export async function fromHcl(source: string, text: string): Promise<Values> {
  const { parse } = (await import(HCL_PARSER)) as HclParser;
  let values: Values;
  try {
    values = await parse(source, text);
  } catch (error) {
    throw notVariables(source, reasonOf(error));
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, literal(`${source}: ${name}`, value)]),
  );
}

/** The parser leaves expressions and escapes as they were written. */
function literal(where: string, value: unknown): unknown {
  if (typeof value === 'string') {
    return literalText(where, value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => literal(where, item));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [literalText(where, key), literal(where, item)]),
  );
}

function literalText(where: string, text: string): string {
  const expression = /(?:^|[^$])(\$\{.*)|(?:^|[^%])(%\{.*)/s.exec(text);
  if (expression !== null) {
    throw new UsageError(
      'VariableExpression',
      `${where} must be a literal, got the expression ${reasonOf(expression[1] ?? expression[2])}; write what it comes to, or $\${ for a text`,
    );
  }
  return text.replace(/([$%])\1\{/g, '$1{');
}

const notVariables = (source: string, reason: string): UsageError =>
  new UsageError(
    'VariableFile',
    `${source} must hold variables like role_name = "Web", got something else: ${reason}; correct it, or end its name with .json if it is JSON`,
  );
