/** There are few names, and each is asked for thousands of times. */
const snakeCased = new Map<string, string>();

/** `roleName`, as TypeScript says it, in the form Terraform says it: `role_name`. */
export function snakeCase(name: string): string {
  const known = snakeCased.get(name);
  if (known !== undefined) {
    return known;
  }
  const changed = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakeCased.set(name, changed);
  return changed;
}

/** `instance-profile`, as a registry says it, in the form TypeScript says it: `instanceProfile`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
