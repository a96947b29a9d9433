import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../../errors';
import { parseAddress } from '../addresses';
import type { Git } from '../git';

/** git's short form, `user@host:path`. */
const SHORT = /^(?:[^@/:]+@)?(?<host>[^/:]+):(?!\/\/)(?<path>.+)$/;

/**
 * Where the source of a release is kept, in the form of SPDX: `git+` and a URL,
 * without user, password, query and fragment.
 *
 * @param given as git takes it; undefined: that of the remote `origin`
 * @throws UsageError `NoSource` if there is neither, or `origin` is a folder
 */
export async function sourceOf(git: Git, given?: string): Promise<string> {
  const address = given ?? (await originOf(git));
  const { host, path } = SHORT.exec(address)?.groups ?? {};
  const url =
    host !== undefined && path !== undefined
      ? new URL(`ssh://${host}/${path.replace(/^\//, '')}`)
      : (parseAddress(address) ?? pathToFileURL(resolve(git.folder, address)));
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return `git+${url.href}`;
}

async function originOf(git: Git): Promise<string> {
  // as it was written: get-url would say where this machine goes instead
  const { code, out } = await git.try(['config', '--get', 'remote.origin.url']);
  const address = out.toString('utf8').trim();
  const { protocol = 'file:' } = SHORT.test(address)
    ? { protocol: 'ssh:' }
    : (parseAddress(address) ?? {});
  // a folder of this machine says nothing to anybody else
  if (code !== 0 || protocol === 'file:') {
    throw new UsageError(
      'NoSource',
      `--source must be the address of the repository, got none, and no remote "origin" with an address in ${git.folder}; name the address`,
    );
  }
  return address;
}
