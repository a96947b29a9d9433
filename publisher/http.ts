import { Agent, EnvHttpProxyAgent, RetryAgent, errors, request } from 'undici';
import type { Dispatcher } from 'undici';
import { UsageError } from '../errors';
import type { Surroundings } from './surroundings';

export interface Call {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH';
  readonly url: URL | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** Whether who knows the address needs no credentials: errors name its host alone. */
  readonly isSigned?: true;
  /** Says of a POST that made twice it comes to the same. */
  readonly safe?: true;
}

export interface Answer {
  readonly status: number;
  /** By their names in lower case; of several the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** How often a call is made at most, and how long it rests before the next try, in milliseconds. */
export interface Patience {
  readonly tries: number;
  readonly shortest: number;
  readonly longest: number;
  /** How long a server may be silent. */
  readonly silence: number;
}

/** Largest answer: no archive of a module comes near it. */
const MOST_BYTES = 64 * 1024 * 1024;

const PATIENCE: Patience = { tries: 5, shortest: 500, longest: 30_000, silence: 60_000 };

/** A call that changes nothing, or comes to the same when it is made twice. */
const SAFE = ['GET', 'HEAD', 'PUT'];
const SAFE_AGAIN = {
  statusCodes: [429, 500, 502, 503, 504],
  errorCodes: [
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EPIPE',
    'ETIMEDOUT',
    'UND_ERR_BODY_TIMEOUT',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_SOCKET',
  ],
};
/** Of other calls those that no server has seen or taken. */
const UNSEEN_AGAIN = {
  statusCodes: [429],
  errorCodes: ['EAI_AGAIN', 'ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'],
};

/** Calls servers. It follows no redirect: credentials go to the host that they are for. */
export class Http {
  private readonly agent: Dispatcher;

  private readonly patience: Patience;

  constructor({ env }: Pick<Surroundings, 'env'>, patience: Partial<Patience> = {}) {
    this.patience = { ...PATIENCE, ...patience };
    this.agent = agentFor(env, this.patience.silence);
  }

  /**
   * Makes a call, again after a while if the server is busy or was not reached.
   *
   * @throws UsageError `Unreachable` if there is no answer in the end, `LargeAnswer` if it has none
   */
  async call({ method, url, headers = {}, body, isSigned, safe }: Call): Promise<Answer> {
    const { tries, shortest, longest } = this.patience;
    const dispatcher = new RetryAgent(this.agent, {
      maxRetries: tries - 1,
      minTimeout: shortest,
      maxTimeout: longest,
      methods: [method],
      ...(safe === true || SAFE.includes(method) ? SAFE_AGAIN : UNSEEN_AGAIN),
    });
    try {
      const answer = await request(url, { dispatcher, method, headers, body: body ?? null });
      const bytes = Buffer.from(await answer.body.arrayBuffer());
      return { status: answer.statusCode, headers: firstOf(answer.headers), body: bytes };
    } catch (error) {
      throw this.unreachable(method, isSigned === true ? new URL(url).origin : String(url), error);
    }
  }

  private unreachable(method: string, url: string, error: unknown): UsageError {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (error instanceof errors.ResponseExceededMaxSizeError) {
      return new UsageError(
        'LargeAnswer',
        `${method} ${withoutQuery(url)} must be answered with at most ${MOST_BYTES} bytes, got more; check the address`,
      );
    }
    if (!(error instanceof errors.RequestRetryError) && !SAFE_AGAIN.errorCodes.includes(code)) {
      return new UsageError(
        'Unreachable',
        `${method} ${withoutQuery(url)} must be answered over a connection that can be trusted, got ${code || message}; look at the address, and at the certificate of the server`,
      );
    }
    const reason =
      error instanceof errors.RequestRetryError
        ? `the status ${error.statusCode}`
        : `${code} ${message}`.trim();
    return new UsageError(
      'Unreachable',
      `${method} ${withoutQuery(url)} must be answered, got ${reason} after up to ${this.patience.tries} tries; run this again when the server is there`,
    );
  }
}

function agentFor(env: Surroundings['env'], silence: number): Dispatcher {
  const limits = { headersTimeout: silence, bodyTimeout: silence, maxResponseSize: MOST_BYTES };
  const httpProxy = env.http_proxy ?? env.HTTP_PROXY ?? '';
  const httpsProxy = env.https_proxy ?? env.HTTPS_PROXY ?? '';
  return httpProxy === '' && httpsProxy === ''
    ? new Agent(limits)
    : new EnvHttpProxyAgent({
        ...limits,
        httpProxy,
        httpsProxy,
        noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
      });
}

/** What is secret in an address stands in its query. */
export const withoutQuery = (url: string): string => url.replace(/\?.*$/s, '');

function firstOf(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value[0] : value) ?? '',
    ]),
  );
}
