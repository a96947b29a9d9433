import { posix } from 'node:path';
import type { LocatedModule } from '../module-interface';
import type { Edition } from './edition';

/** The address in a registry that stands in a README for one that only the publisher knows. */
const PLACEHOLDER = /NAMESPACE\/[\w-]+\/[\w-]+/g;

/** A text with the address of the registry. */
export const withRegistry = (text: string, source: string): string =>
  text.replaceAll(PLACEHOLDER, () => source);

const SOURCE =
  /^(?<indent>[ \t]*)source[ \t]*= "(?<address>[^"\n]*)"(?:\n[ \t]*version[ \t]*= "[^"\n]*")?$/gm;

/** Code that takes modules from folders, or from a registry: from this registry, with the version. */
export const fromRegistry = (code: string, edition: Edition, { folder }: LocatedModule): string =>
  withRegistry(code, edition.source).replaceAll(
    SOURCE,
    (found: string, indent: string, address: string) => {
      const isOurs = /^\.{1,2}\//.test(address) || address.split('//')[0] === edition.source;
      const named = edition
        .modules()
        .find(({ contract }) => contract.name === posix.basename(address));
      const { registry, constraint } = edition.addresses(named?.folder ?? folder);
      return isOurs
        ? `${indent}source  = "${registry}"\n${indent}version = "${constraint}"`
        : found;
    },
  );

/** The call of a module that its README shows first. */
export function callIn({ files }: Edition, { folder }: LocatedModule): string | undefined {
  const [, usage = ''] = (files[posix.join(folder, 'README.md')] ?? '').split('\n## Usage\n');
  return /^```hcl\n(?<code>[^]*?)\n```$/m.exec(usage)?.groups?.code;
}
