import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../errors';
import { isPrivate, parseAddress } from './addresses';

/** A call of a server. Made twice it must come to the same, for it may be. */
export interface Call {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST';
  readonly url: URL | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** Whether who knows the address needs no credentials: errors name its host alone. */
  readonly isSigned?: true;
  /** Whether redirects are followed, five at most. The header `authorization` goes to the first origin alone. */
  readonly follows?: true;
}

export interface Answer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** How often a call is made at most; times are in milliseconds. */
export interface Patience {
  readonly tries: number;
  /** How long it rests before the second try, twice as long before each further one. */
  readonly shortest: number;
  /** How long it rests at most, even if the server asks for more. */
  readonly longest: number;
  /** How long one try may take. */
  readonly limit: number;
}

const PATIENCE: Patience = { tries: 5, shortest: 500, longest: 30_000, limit: 120_000 };

/** Largest answer: no archive of a module comes near it. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What a server answers that is busy, or broken for a while. */
const AGAIN = [429, 500, 502, 503, 504];

const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_HOPS = 5;

/** Calls servers. */
export class Http {
  private readonly patience: Patience;

  constructor(patience: Partial<Patience> = {}) {
    this.patience = { ...PATIENCE, ...patience };
  }

  /**
   * Makes a call, again after a while if the server is busy or was not reached.
   *
   * @throws UsageError `Unreachable` if there is no answer in the end, `LargeAnswer` if it has none,
   * `PlainHttp` if it, or a redirect, leads to where what goes there could be read or changed on the way
   */
  async call(call: Call): Promise<Answer> {
    const { tries, shortest, longest } = this.patience;
    for (let tried = 1; ; tried += 1) {
      const answer = await this.attempt(call).catch((error: unknown) => {
        if (tried === tries || error instanceof UsageError) {
          throw error instanceof UsageError ? error : unreachable(call, error, tries);
        }
      });
      if (answer !== undefined && (tried === tries || !AGAIN.includes(answer.status))) {
        return answer;
      }
      const wanted = 1000 * Number(answer?.headers['retry-after']);
      await sleep(Math.min(longest, wanted > 0 ? wanted : shortest * 2 ** (tried - 1)));
    }
  }

  private async attempt(call: Call): Promise<Answer> {
    const response = await answered(call, AbortSignal.timeout(this.patience.limit));
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > MOST_BYTES) {
        throw new UsageError(
          'LargeAnswer',
          `${shown(call)} must be answered with at most ${MOST_BYTES} bytes, got more; check the address`,
        );
      }
    }
    const { status } = response;
    return { status, headers: Object.fromEntries(response.headers), body: Buffer.concat(chunks) };
  }
}

/** The answer of a server, or of where it redirects to; each address is looked at before it is called. */
async function answered(call: Call, signal: AbortSignal): Promise<Response> {
  const { method, body = null, follows } = call;
  const headers = new Headers({ 'accept-encoding': 'identity', ...call.headers });
  let url = new URL(call.url);
  for (let hops = 0; ; hops += 1) {
    if (!isPrivate(url)) {
      throw new UsageError(
        'PlainHttp',
        `${shown(call)} must lead to https://, got ${url.origin}; ask those who run the server`,
      );
    }
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal });
    const location = REDIRECTS.includes(response.status) ? response.headers.get('location') : null;
    const next = location === null ? undefined : parseAddress(location, url.href);
    if (follows !== true || next === undefined || hops === MOST_HOPS) {
      return response;
    }
    await response.body?.cancel();
    if (next.origin !== url.origin) {
      headers.delete('authorization');
    }
    url = next;
  }
}

function unreachable(call: Call, error: unknown, tries: number): UsageError {
  const { cause = error } = error as Error;
  const { code = '', message } = cause as NodeJS.ErrnoException;
  return new UsageError(
    'Unreachable',
    `${shown(call)} must be answered, got ${`${code} ${message}`.trim()} after ${tries} tries; check the address, the network and the certificate of the server, and set NODE_USE_ENV_PROXY=1 for a proxy (Node.js 22.21 or newer)`,
  );
}

const shown = ({ method, url, isSigned }: Call): string =>
  `${method} ${isSigned === true ? new URL(url).origin : withoutQuery(String(url))}`;

/** What is secret in an address stands in its query. */
export const withoutQuery = (url: string): string => url.replace(/\?.*$/s, '');
