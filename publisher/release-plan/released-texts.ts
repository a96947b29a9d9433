import { jsonObject } from '../../json';

/** The texts of a project that name its version, by their paths; those that are not there are left out. */
export const VERSIONED = ['package.json', 'package-lock.json'] as const;

/** The text of a file of npm with another version, as npm writes it. */
export function withVersion(path: string, text: string, version: string): string {
  const found = jsonObject(path, text, 'write it with npm install');
  const packages = found.packages as Readonly<Record<string, object>> | undefined;
  const own = packages && { packages: { ...packages, '': { ...packages[''], version } } };
  return `${JSON.stringify({ ...found, version, ...own }, null, 2)}\n`;
}
