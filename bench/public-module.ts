import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names a folder with the public module that ours is compared with. */
const VARIABLE = 'TERRAFORM_AWS_IAM_MODULE';

export const LEFT_OUT = 'The rows about the public module are left out';

const WANTED = 'terraform-aws-modules/iam 5.60.0';
const FOLDER = join('modules', 'iam-assumable-role');
/** The heading of the newest version is the first. */
const NEWEST = /^## \[?(\d+\.\d+\.\d+)/m;

/**
 * Finds `iam-assumable-role`, the most used public module for roles.
 *
 * @returns its folder; undefined, after a message, where the variable names none
 */
export function findPublicModule(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const root = environment[VARIABLE] ?? '';
  if (root === '') {
    console.warn(`${LEFT_OUT}: set ${VARIABLE} to a folder with ${WANTED}`);
    return undefined;
  }
  const wrong = wrongIn(root);
  if (wrong !== undefined) {
    throw new Error(`${VARIABLE} must name a folder with ${WANTED}, but ${root} ${wrong}`);
  }
  return join(root, FOLDER);
}

function wrongIn(root: string): string | undefined {
  const changelog = join(root, 'CHANGELOG.md');
  const missing = [join(root, FOLDER, 'main.tf'), changelog].find((path) => !existsSync(path));
  if (missing !== undefined) {
    return `lacks ${missing.slice(root.length + 1)}`;
  }
  const version = NEWEST.exec(readFileSync(changelog, 'utf8'))?.[1] ?? 'no version';
  return WANTED.endsWith(` ${version}`) ? undefined : `holds ${version}`;
}
