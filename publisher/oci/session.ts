import { UsageError } from '../../errors';
import { serverAddress } from '../addresses';
import { withoutQuery } from '../http';
import type { Answer, Call, Http } from '../http';
import { Secrets } from '../secrets';
import type { Surroundings } from '../surroundings';
import { challengeIn } from './challenge';
import type { Challenge } from './challenge';
import type { ImageRepository } from './image-repository';

/** Who calls a registry; nobody in particular: undefined. */
export interface Caller {
  /** A token that the registry takes as it is. */
  readonly token?: string;
  /** User and password as in the header `Authorization`, in Base64. */
  readonly basic?: string;
}

/**
 * Who the environment says calls.
 *
 * @throws UsageError `NoCredentials` if there is a user without a password, or the other way round
 */
export function callerOf({ env }: Pick<Surroundings, 'env'>): Caller | undefined {
  const { OCI_TOKEN: token = '', OCI_USERNAME: user = '', OCI_PASSWORD: password = '' } = env;
  if (token !== '') {
    return { token };
  }
  if ((user === '') !== (password === '')) {
    throw new UsageError(
      'NoCredentials',
      'OCI_USERNAME and OCI_PASSWORD must be set together, got one of them; set both, or OCI_TOKEN instead',
    );
  }
  return user === '' ? undefined : { basic: Buffer.from(`${user}:${password}`).toString('base64') };
}

/** Calls a registry as somebody whom it knows. */
export class Session {
  /** What no text may show, even if the registry says it. */
  readonly secrets = new Secrets();
  private authorization: string | undefined;

  constructor(
    private readonly http: Http,
    private readonly repository: ImageRepository,
    private readonly caller: Caller | undefined,
  ) {
    this.authorization = caller?.token === undefined ? undefined : `Bearer ${caller.token}`;
    this.secrets.add(caller?.token ?? '');
    this.secrets.addBasic(caller?.basic ?? '');
  }

  /**
   * Makes a call, once more if the registry wants to know first who calls.
   * Other servers, which a registry may have uploads go to, are not told.
   *
   * @throws UsageError `NotAuthorized`
   */
  async call(call: Call): Promise<Answer> {
    if (new URL(call.url).origin !== this.repository.server.origin) {
      return this.http.call(call);
    }
    const answer = await this.attempt(call);
    if (answer.status !== 401) {
      return answer;
    }
    const challenge = challengeIn(answer.headers['www-authenticate'] ?? '');
    const authorization = challenge === undefined ? undefined : await this.authorize(challenge);
    if (authorization === undefined) {
      throw this.notAuthorized(this.repository.shown, answer.status);
    }
    this.authorization = authorization;
    const again = await this.attempt(call);
    if (again.status === 401) {
      throw this.notAuthorized(this.repository.shown, again.status);
    }
    return again;
  }

  private attempt(call: Call): Promise<Answer> {
    const own = this.authorization === undefined ? {} : { authorization: this.authorization };
    return this.http.call({ ...call, headers: { ...call.headers, ...own } });
  }

  /** What to call with; undefined where the caller has nothing for it. */
  private async authorize(challenge: Challenge): Promise<string | undefined> {
    if (this.caller?.token !== undefined) {
      return undefined;
    }
    if (challenge.scheme === 'basic') {
      return this.caller?.basic === undefined ? undefined : `Basic ${this.caller.basic}`;
    }
    return `Bearer ${await this.token(challenge)}`;
  }

  /** A token for a while. The password goes to the server of the tokens alone. */
  private async token({ realm = '', service, scope }: Challenge): Promise<string> {
    const url = serverAddress('the token address of the registry', realm);
    if (service !== undefined) {
      url.searchParams.set('service', service);
    }
    url.searchParams.set('scope', scope ?? `repository:${this.repository.name}:pull,push`);
    const basic = this.caller?.basic;
    const headers = basic === undefined ? {} : { authorization: `Basic ${basic}` };
    const answer = await this.http.call({ method: 'GET', url, headers });
    const token = answer.status === 200 ? tokenIn(answer.body) : undefined;
    if (token === undefined) {
      throw this.notAuthorized(withoutQuery(String(url)), answer.status);
    }
    this.secrets.add(token);
    return token;
  }

  private notAuthorized(where: string, status: number): UsageError {
    const given =
      this.caller === undefined ? 'no credentials' : 'credentials that it does not take';
    return new UsageError(
      'NotAuthorized',
      `${where} must take the caller, got the status ${status} with ${given}; set OCI_USERNAME and OCI_PASSWORD, or OCI_TOKEN, to what may push there`,
    );
  }
}

function tokenIn(body: Buffer): string | undefined {
  try {
    const { token, access_token: other } = JSON.parse(body.toString('utf8')) as {
      readonly token?: unknown;
      readonly access_token?: unknown;
    };
    return [token, other].find((one) => typeof one === 'string' && one !== '') as string;
  } catch {
    return undefined;
  }
}
