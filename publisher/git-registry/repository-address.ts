import { resolve } from 'node:path';
import { UsageError } from '../../errors';
import { serverAddress, withoutPassword } from '../addresses';

/** Where a registry repository is. */
export interface RepositoryAddress {
  /** What git is given. */
  readonly url: string;
  /** The same for people: without a user. */
  readonly shown: string;
}

/** As git tells an address from a path: `host:path`, where the colon is before any slash. */
const HOST_AND_PATH = /^(?:[^/:@]+@)?[^/:@]+:(?!:|[^/]*@)/;

/**
 * The address or the path of a git repository. A user may be in an address of
 * ssh, for hosts tell by it whose key it is; over http it may be a token. Neither
 * that nor a password may be in one, for git shows addresses to everybody on
 * the machine.
 *
 * @throws UsageError `Address` or `PlainHttp`
 */
export function repositoryAddress(text: string): RepositoryAddress {
  if (text === '' || text.startsWith('-')) {
    throw wrongAddress(text);
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    return ofUrl(text);
  }
  if (HOST_AND_PATH.test(text)) {
    return { url: text, shown: text };
  }
  if (/^[^/]*:/.test(text)) {
    throw wrongAddress(text.replace(/^.*@/s, ''));
  }
  const folder = resolve(text);
  return { url: folder, shown: folder };
}

function ofUrl(text: string): RepositoryAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['https:', 'http:', 'ssh:', 'file:'].includes(url.protocol)) {
    throw wrongAddress(text);
  }
  if (url.password !== '') {
    throw new UsageError(
      'Address',
      `--repository must hold no password, got "${withoutPassword(text)}" with one; leave it to a credential helper or to ssh`,
    );
  }
  if (url.protocol.startsWith('http')) {
    if (url.username !== '') {
      throw new UsageError(
        'Address',
        `--repository must hold no user in an address of ${url.protocol}//, got "${url.origin}${url.pathname}" with one; leave it to a credential helper of git (see gitcredentials), for it may be a token`,
      );
    }
    serverAddress('--repository', text);
  }
  return { url: text, shown: withoutPassword(text) };
}

const wrongAddress = (text: string): UsageError =>
  new UsageError(
    'Address',
    `--repository must be an address of https, ssh or file, "user@host:path", or the path of a git repository, got "${withoutPassword(text)}"; write it as git clone takes it`,
  );
