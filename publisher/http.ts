import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../errors';
import { isPrivate, parseAddress, withoutPassword } from './addresses';
import { callWords } from './call';
import type { Answer, Call } from './call';
import { contentOf, refusalOf } from './refusal';

/** How often a call is made at most; times are in milliseconds. */
export interface RetryPolicy {
  readonly tries: number;
  /** How long it rests before the second try, twice as long before each further one. */
  readonly shortest: number;
  /** How long it rests at most, even if the server asks for more. */
  readonly longest: number;
  /** How long one try may take. */
  readonly limit: number;
}

const RETRIES: RetryPolicy = { tries: 5, shortest: 500, longest: 30_000, limit: 120_000 };

/** Largest answer: no archive of a module comes near it. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What a server answers that is busy, or broken for a while. */
const AGAIN = [429, 500, 502, 503, 504];

const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_HOPS = 5;

/** How much of the words of a server is shown. */
const MOST_CHARACTERS = 300;

/** Calls servers. Nothing that it was told to hide stands in an error, even if a server sends it back. */
export class Http {
  private readonly retries: RetryPolicy;
  private readonly hidden = new Set<string>();

  constructor(retries: Partial<RetryPolicy> = {}) {
    this.retries = { ...RETRIES, ...retries };
  }

  /** The header that says who calls with a token, which is hidden from now on. */
  bearer(token: string): string {
    this.hidden.add(token);
    return `Bearer ${token}`;
  }

  /** The header that says who calls with a password, which is hidden from now on. */
  basic(user: string, password: string): string {
    const credentials = Buffer.from(`${user}:${password}`).toString('base64');
    // a server that writes it anew may leave out the padding
    this.hidden.add(password).add(credentials.replace(/=+$/, ''));
    return `Basic ${credentials}`;
  }

  /**
   * Makes a call, again after a while if the server is busy or was not reached.
   *
   * @param others statuses beside those of success that are an answer
   * @throws UsageError as `refusalOf` says; `Unreachable` if there is no answer in the end, `LargeAnswer` if it
   * has none, `PlainHttp` if it, or a redirect, leads to where what goes there could be read or changed on the way
   */
  async call(call: Call, ...others: readonly number[]): Promise<Answer> {
    const answer = await this.answer(call);
    if (answer.status >= 300 && !others.includes(answer.status)) {
      throw refusalOf(call, answer, (words) => this.shown(words));
    }
    return answer;
  }

  /**
   * What a server answers in JSON; undefined if the status is one of `others`.
   *
   * @throws UsageError as `call`, and `NoJson`, as of the page of a proxy
   */
  async json(call: Call, ...others: readonly number[]): Promise<unknown> {
    const answer = await this.call(call, ...others);
    return others.includes(answer.status) ? undefined : contentOf(call, answer);
  }

  private async answer(call: Call): Promise<Answer> {
    const { tries, shortest, longest } = this.retries;
    for (let tried = 1; ; tried += 1) {
      const answer = await this.attempt(call).catch((error: unknown) => {
        if (tried === tries || error instanceof UsageError) {
          throw error instanceof UsageError ? error : unreachable(call, error, tries);
        }
      });
      if (answer !== undefined && (tried === tries || !AGAIN.includes(answer.status))) {
        return answer;
      }
      const wanted = 1000 * Number(answer?.headers.get('retry-after'));
      await sleep(Math.min(longest, wanted > 0 ? wanted : shortest * 2 ** (tried - 1)));
    }
  }

  private async attempt(call: Call): Promise<Answer> {
    const response = await answered(call, AbortSignal.timeout(this.retries.limit));
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > MOST_BYTES) {
        throw new UsageError(
          'LargeAnswer',
          `${callWords(call)} must be answered with at most ${MOST_BYTES} bytes, got more; check the address`,
        );
      }
    }
    return { status: response.status, headers: response.headers, body: Buffer.concat(chunks) };
  }

  /** Words of a server as they may be shown: on one line, and not without end. */
  private shown(words: string): string {
    // one secret may be in another, of which nothing may be left over either
    const longestFirst = [...this.hidden].sort((a, b) => b.length - a.length);
    const safe = longestFirst.reduce((text, secret) => text.replaceAll(secret, '***'), words);
    return withoutPassword(safe).replaceAll(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS);
  }
}

/** The answer of a server, or of where it redirects to; each address is looked at before it is called. */
async function answered(call: Call, signal: AbortSignal): Promise<Response> {
  const { method, body = null, follows } = call;
  const headers = new Headers({ 'accept-encoding': 'identity', ...call.headers });
  let { url } = call;
  for (let hops = 0; ; hops += 1) {
    if (!isPrivate(url)) {
      throw new UsageError(
        'PlainHttp',
        `${callWords(call)} must lead to https://, got ${url.origin}; ask those who run the server`,
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
    `${callWords(call)} must be answered, got ${`${code} ${message}`.trim()} after ${tries} tries; check the address, the network and the certificate of the server, and set NODE_USE_ENV_PROXY=1 for a proxy (Node.js 22.21 or newer)`,
  );
}
