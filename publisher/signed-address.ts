import { UsageError } from '../errors';
import { isPrivate, parseAddress } from './addresses';
import type { Answer, Http } from './http';
import { refusalOf } from './server';

const MOST_REDIRECTS = 3;

/**
 * An address that a server gave out. It may hold a signature, so no text shows
 * more than its host.
 *
 * @param base what it is relative to
 * @throws UsageError `PlainHttp` if what goes there could be changed on the way
 */
export function signedAddress(text: string, base: URL): URL {
  const url = parseAddress(text, base.href);
  if (url === undefined || !isPrivate(url)) {
    throw new UsageError(
      'PlainHttp',
      `the address that ${base.host} gave out must begin with https://, got ${url === undefined ? 'none' : url.origin}; ask those who run the server`,
    );
  }
  return url;
}

/**
 * Fetches what lies at such an address, after redirects if it has moved.
 * No credentials go there.
 *
 * @throws UsageError as `refusalOf` says, `Unreachable`, `PlainHttp`
 */
export async function download(http: Http, address: URL): Promise<Buffer> {
  let url = address;
  let answer = await fetched(http, url);
  for (let moves = 0; isMoved(answer) && moves < MOST_REDIRECTS; moves += 1) {
    url = signedAddress(answer.headers.location ?? '', url);
    answer = await fetched(http, url);
  }
  if (answer.status !== 200) {
    throw refusalOf(`GET ${url.origin}`, answer);
  }
  return answer.body;
}

/** Whether an answer points to another address. */
export const isMoved = ({ status, headers }: Answer): boolean =>
  [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined;

const fetched = async (http: Http, url: URL): Promise<Answer> =>
  http.call({ method: 'GET', url, isSigned: true });
