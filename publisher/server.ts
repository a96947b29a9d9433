import { STATUS_CODES } from 'node:http';
import { UsageError } from '../errors';
import { parseJson } from '../json';
import { parseAddress } from './addresses';
import { withoutQuery } from './http';
import type { Answer, Call, Http } from './http';
import { Secrets } from './secrets';

/** A call of a server: what goes there but for its address. */
export interface Request extends Omit<Call, 'url'> {
  /** Below the address of the server, encoded, without a slash before it. */
  readonly path: string;
}

/** A server, and the credentials that go there and nowhere else. */
export class Server {
  /** What no text may show, even if the server says it. */
  readonly secrets: Secrets;

  /**
   * @param address of the server, to which paths are added
   * @param secrets the first of what no text may show
   */
  constructor(
    readonly http: Http,
    readonly address: URL,
    secrets: readonly string[],
  ) {
    this.secrets = new Secrets(secrets);
  }

  /** The address of a path. */
  urlOf(path: string): URL {
    return new URL(`${this.address.pathname.replace(/\/+$/, '')}/${path}`, this.address);
  }

  /** @throws UsageError `Unreachable` if there is no answer in the end */
  async call({ path, ...rest }: Request): Promise<Answer> {
    return this.http.call({ ...rest, url: this.urlOf(path) });
  }

  /**
   * What a successful answer holds.
   *
   * @throws UsageError as `refusal` says, and `NoJson`, as of the page of a proxy
   */
  contentOf(request: Pick<Request, 'method' | 'path'>, answer: Answer): unknown {
    if (answer.status >= 300) {
      throw this.refusal(request, answer);
    }
    const content = parsed(answer.body);
    if (content === undefined) {
      throw new UsageError(
        'NoJson',
        `${this.shown(request)} must be answered with JSON, got ${answer.headers['content-type'] ?? 'something else'}; check the address, and what lies before the server`,
      );
    }
    return content;
  }

  /** Says that the server did not take a call, with its own words and the way out. */
  refusal(request: Pick<Request, 'method' | 'path'>, answer: Answer): UsageError {
    return refusalOf(this.shown(request), answer, this.secrets);
  }

  private shown({ method, path }: Pick<Request, 'method' | 'path'>): string {
    return `${method} ${withoutQuery(this.urlOf(path).href)}`;
  }
}

/**
 * The error for an answer that is no success.
 *
 * @param call method and address, as they may be shown
 */
export function refusalOf(call: string, answer: Answer, secrets = new Secrets()): UsageError {
  const { status, headers } = answer;
  const { code, wayOut } = meaningOf(status);
  const name = STATUS_CODES[status] ?? 'unknown status';
  const moved =
    status < 400 && headers.location !== undefined ? ` to ${originOf(headers.location)}` : '';
  const words = wordsOf(answer, secrets);
  const said = words === '' ? '' : ` ("${words}")`;
  return new UsageError(
    code,
    `${call} must be answered with success, got ${status} ${name}${moved}${said}; ${wayOut}`,
  );
}

function meaningOf(status: number): { readonly code: string; readonly wayOut: string } {
  if (status < 400) {
    return { code: 'Moved', wayOut: 'credentials follow no redirect, so give the address itself' };
  }
  if (status >= 500) {
    return { code: 'ServerFailed', wayOut: 'run this again when the server is well' };
  }
  switch (status) {
    case 401:
      return { code: 'Unauthorized', wayOut: 'give a token that is valid there' };
    case 403:
      return { code: 'Forbidden', wayOut: 'give a token that may publish there' };
    case 404:
      return {
        code: 'NotFound',
        wayOut:
          'check the names in the address, and that the token may see them: what it may not see is not found',
      };
    default:
      return { code: 'Refused', wayOut: 'correct what the server names' };
  }
}

function originOf(location: string): string {
  return parseAddress(location)?.origin ?? 'another path';
}

/** What the server said, if it sent JSON; on one line, without secrets. */
function wordsOf({ headers, body }: Answer, secrets: Secrets): string {
  if (!/\bjson\b/.test(headers['content-type'] ?? '')) {
    return '';
  }
  return secrets.shown([...new Set(textsIn(parsed(body)))].join(', '));
}

function parsed(body: Buffer): unknown {
  try {
    return parseJson(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The keys under which JSON:API, GitLab and Artifactory say what is wrong. */
const OF_ERRORS = ['errors', 'title', 'detail', 'message', 'error'];

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap(textsIn);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        OF_ERRORS.includes(key) ? textsIn(inner) : [],
      )
    : [];
}
