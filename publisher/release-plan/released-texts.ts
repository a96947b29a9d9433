import { UsageError } from '../../errors';
import { jsonObject } from '../../json';

/** The texts of a project that name its version, by their paths; those that are not there are left out. */
export const VERSIONED = ['package.json', 'package-lock.json', 'README.md'] as const;

/**
 * The same texts with another version.
 *
 * @throws UsageError `PackageForm` if a file of npm is not as npm writes it
 */
export function withVersion(path: string, text: string, from: string, to: string): string {
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
      return withUsage(text, from, to);
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

/** In blocks of code: what is installed, tagged, pinned or named on a command line. */
function withUsage(text: string, from: string, to: string): string {
  const exact = new RegExp(
    String.raw`(ssm-iam-|\bv|--release )${literally(from)}(?![\w-]|\.\d)`,
    'g',
  );
  const pinned = new RegExp(String.raw`~> ${literally(pinOf(from))}(?=["'])`, 'g');
  return text.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, (block) =>
    block
      .replace(exact, (_, before: string) => `${before}${to}`)
      .replace(block.includes('ssm-iam') ? pinned : /(?!)/, `~> ${pinOf(to)}`),
  );
}

/** What takes no break: before 1.0.0 a minor version may bring one. */
const pinOf = (version: string): string =>
  version.startsWith('0.') ? version : version.split('.').slice(0, 2).join('.');

const literally = (text: string): string => text.replaceAll('.', String.raw`\.`);
