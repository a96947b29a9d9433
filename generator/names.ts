/** `roleName`, as TypeScript says it, in the form Terraform says it: `role_name`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `instance-profile`, as a registry says it, in the form TypeScript says it: `instanceProfile`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
