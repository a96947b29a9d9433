/** `roleName`, as TypeScript says it, in the form Terraform says it: `role_name`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
