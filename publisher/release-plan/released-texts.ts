import { UsageError } from '../../errors';
import { jsonObject } from '../../json';

/** The texts of a project that name its version, by their paths; those that are not there are left out. */
export const VERSIONED = ['package.json', 'package-lock.json'] as const;

/**
 * The same texts with another version.
 *
 * @throws UsageError `PackageForm` if a file of npm is not as npm writes it
 */
export function withVersion(path: string, text: string, to: string): string {
  switch (path) {
    case 'package.json':
      return json(path, text, (found) => ({ ...found, version: to }));
    case 'package-lock.json':
      return json(path, text, (found) => {
        const packages = found.packages as Readonly<Record<string, object>> | undefined;
        const own = packages?.[''];
        return {
          ...found,
          version: to,
          ...(own !== undefined && { packages: { ...packages, '': { ...own, version: to } } }),
        };
      });
    default:
      return text;
  }
}

type Json = Readonly<Record<string, unknown>>;

function json(path: string, text: string, change: (found: Json) => Json): string {
  const found = jsonObject(path, text, 'write it with npm install');
  const write = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;
  if (write(found) !== text) {
    throw new UsageError(
      'PackageForm',
      `${path} must be written as npm writes it, got other white space; run npm install and commit what it makes of it`,
    );
  }
  return write(change(found));
}
