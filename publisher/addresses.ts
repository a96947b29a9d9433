import { UsageError } from '../errors';

/** Hosts that are this machine: what goes there goes over no network. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** An address in its parts; undefined if it is none. */
export const parseAddress = (text: string, base?: string): URL | undefined =>
  URL.canParse(text, base) ? new URL(text, base) : undefined;

/** Whether nobody on the way reads or changes what goes to an address. */
export const isPrivate = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));

/** A text without the user and password that an address in it holds. */
export function withoutPassword(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^/\s'"]+@/gi, '$1');
}

/** What is secret in an address stands in its query. */
export const withoutQuery = (url: string): string => url.replace(/\?.*$/s, '');

/** An address below that of a server; `path` is encoded. */
export const below = (server: URL, path: string): URL =>
  new URL(`${server.pathname.replace(/\/+$/, '')}/${path}`, server);

/**
 * An address that a server gave out. It may hold a signature, so the error
 * shows no more than its host.
 *
 * @param base what it is relative to
 * @throws UsageError `PlainHttp` if what goes there could be read or changed on the way
 */
export function signedAddress(text: string | null | undefined, base: URL): URL {
  const url = text == null ? undefined : parseAddress(text, base.href);
  if (url === undefined || !isPrivate(url)) {
    throw new UsageError(
      'PlainHttp',
      `the address that ${base.host} gave out must begin with https://, got ${url === undefined ? 'none' : url.origin}; ask those who run the server`,
    );
  }
  return url;
}

/**
 * The address of a server.
 *
 * @param option what the caller gave it as, like `--url`
 * @throws UsageError `Address` if it is none, or holds a password, and
 * `PlainHttp` if what goes there could be read on the way
 */
export function serverAddress(option: string, text: string): URL {
  const url = parseAddress(text);
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(
      'Address',
      `${option} must be an address like "https://example.com", got "${withoutPassword(text)}"; write it with its scheme`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      'Address',
      `${option} must hold no user and password, got "${withoutPassword(text)}" with one; give them by the environment`,
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new UsageError(
      'Address',
      `${option} must end with its path, got "${url.origin}${url.pathname}" with more behind it; leave out what begins with ? or #`,
    );
  }
  if (!isPrivate(url)) {
    throw new UsageError(
      'PlainHttp',
      `${option} must begin with https://, got "${text}"; over http anybody on the way reads the credentials and changes the module`,
    );
  }
  return url;
}
