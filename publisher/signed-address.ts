import { UsageError } from '../errors';
import { isPrivate, parseAddress } from './addresses';
import type { Call, Http } from './http';
import { refusalOf } from './server';

/**
 * An address that a server gave out. It may hold a signature, so the error
 * shows no more than its host.
 *
 * @param base what it is relative to
 * @throws UsageError `PlainHttp` if what goes there could be read or changed on the way
 */
export function signedAddress(text: string | undefined, base: URL): URL {
  const url = text === undefined ? undefined : parseAddress(text, base.href);
  if (url === undefined || !isPrivate(url)) {
    throw new UsageError(
      'PlainHttp',
      `the address that ${base.host} gave out must begin with https://, got ${url === undefined ? 'none' : url.origin}; ask those who run the server`,
    );
  }
  return url;
}

/**
 * Calls such an address, without credentials, and gives what it is answered with.
 *
 * @throws UsageError as `refusalOf` says, or `Unreachable`
 */
export async function callSigned(http: Http, call: Call & { readonly url: URL }): Promise<Buffer> {
  // what is uploaded goes where it was meant to
  const moves = call.method === 'GET' ? ({ follows: true } as const) : {};
  const answer = await http.call({ ...call, ...moves, isSigned: true });
  if (answer.status >= 300) {
    throw refusalOf(`${call.method} ${call.url.origin}`, answer);
  }
  return answer.body;
}
