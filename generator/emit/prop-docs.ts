import type { Input, Inputs } from '../inputs';
import { snakeCase } from '../names';

/**
 * Puts the description, rules and default of each input above its declaration
 * in the text of a `.d.ts` file, where editors look for the docs of a prop.
 */
export function withPropDocs(declarations: string, inputs: Inputs): string {
  return Object.entries(inputs).reduce((text, [name, declared]) => {
    const line = new RegExp(`^ {4}(readonly )?${name}: `, 'm');
    return text.replace(line, (match) => `${docs(declared, inputs)}\n${match}`);
  }, withoutDocs(declarations));
}

/** A declaration that has docs from an earlier build gets new ones. */
function withoutDocs(declarations: string): string {
  return declarations.replace(/^ {4}\/\*\*[\s\S]*?\*\/\n/gm, '');
}

function docs(declared: Input<unknown>, inputs: Inputs): string {
  const rules = declared.rules.flatMap(({ must, see, code, part }) => [
    '',
    `@throws UsageError \`${code}\`: ${part === undefined ? '' : `${part} `}${must}`,
    `@see ${see}`,
  ]);
  const byDefault = declared.required ? [] : ['', `@default ${JSON.stringify(declared.default)}`];
  const lines = [inTypeScriptsWords(declared.description, inputs), ...byDefault, ...rules];
  return ['    /**', ...lines.map((line) => `     * ${line}`.trimEnd()), '     */'].join('\n');
}

/** The description names other inputs as Terraform does. */
function inTypeScriptsWords(description: string, inputs: Inputs): string {
  return Object.keys(inputs).reduce(
    (text, name) => text.replaceAll(`\`${snakeCase(name)}\``, `\`${name}\``),
    description,
  );
}
