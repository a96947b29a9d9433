/** What a placeholder may do with a value, offline and at plan. */
export interface TextFunction {
  /** @param value null if nothing was given */
  readonly offline: (value: string | null) => string | null;
  /** Expression, of that of the value. */
  readonly atPlan: (value: string) => string;
}

/**
 * A text that stands for itself in an ARN: IAM takes `*`, `?` and `$` in the
 * path of a role, where a policy would read them as wildcards and variables.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
 */
const literally: TextFunction = {
  offline: (value) => value?.replace(/[*?$]/g, (character) => `\${${character}}`) ?? null,
  atPlan: (value) =>
    // the dollar first, for the others bring one along
    ['$', '*', '?'].reduce(
      (text, character) => `replace(${text}, "${character}", "$\${${character}}")`,
      value,
    ),
};

/** A prefix of object keys with one slash at its end; nothing if there is none. */
const folder: TextFunction = {
  offline: (value) => (value === null ? '' : `${value.replace(/\/$/, '')}/`),
  // trimsuffix fails on null and on nothing else
  atPlan: (value) => `try("\${trimsuffix(${value}, "/")}/", "")`,
};

const FUNCTIONS: Readonly<Record<string, TextFunction>> = { folder, literally };

export function functionNamed(name: string): TextFunction {
  const found = FUNCTIONS[name];
  if (found === undefined) {
    throw new Error(`no text is changed by ${name}`);
  }
  return found;
}
