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
