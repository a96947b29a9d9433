import { signedAddress } from '../addresses';
import { digestOf } from '../archive';
import type { Archive } from '../archive';
import type { Answer, Call } from '../call';
import { noCredentials } from '../credentials';
import type { Http } from '../http';
import { contentOf } from '../refusal';
import { MANIFEST_TYPE } from './image';
import type { ImageRepository } from './image-repository';

/** Who calls a registry. */
export interface Caller {
  readonly user: string;
  readonly password: string;
}

/** What a tag names. */
export interface Manifest {
  readonly digest: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** All that a tag may name: a registry hides what the caller does not know. */
const ANY_MANIFEST = [
  MANIFEST_TYPE,
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ');

/**
 * A repository of a registry of images.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
export class ImageRegistry {
  /** What is sent to the registry; undefined: nothing until it asks for it. */
  private authorization: string | undefined;

  /** @param caller undefined: nobody in particular */
  constructor(
    private readonly http: Http,
    private readonly repository: ImageRepository,
    private readonly caller: Caller | undefined,
  ) {}

  async hasBlob(digest: string): Promise<boolean> {
    // a registry may answer with the address where its storage has it
    const call = { method: 'HEAD', url: this.url(`blobs/${digest}`) } as const;
    return (await this.call(call, 307, 404)).status !== 404;
  }

  async putBlob({ bytes, digest }: Archive): Promise<void> {
    const start = this.url('blobs/uploads/');
    const { headers } = await this.call({ method: 'POST', url: start });
    const url = signedAddress(headers.get('location'), start);
    // what stands there already may be signed as it is written
    url.search += `${url.search === '' ? '?' : '&'}digest=${digest}`;
    const type = { 'content-type': 'application/octet-stream' };
    await this.call({ method: 'PUT', url, headers: type, body: bytes });
  }

  /** What a tag names; nothing: undefined. @throws UsageError `NoJson`, as of the page of a proxy */
  async manifest(tag: string): Promise<Manifest | undefined> {
    const headers = { accept: ANY_MANIFEST };
    const call = { method: 'GET', url: this.url(`manifests/${tag}`), headers } as const;
    const answer = await this.call(call, 404);
    if (answer.status === 404) {
      return undefined;
    }
    const { annotations = {} } = contentOf(call, answer) as Partial<Manifest>;
    return { digest: digestOf(answer.body), annotations };
  }

  async putManifest(tag: string, { bytes }: Archive): Promise<void> {
    const headers = { 'content-type': MANIFEST_TYPE };
    await this.call({ method: 'PUT', url: this.url(`manifests/${tag}`), headers, body: bytes });
  }

  /** Makes a call, once more if the registry wants to know first who calls. */
  private async call(call: Call, ...others: readonly number[]): Promise<Answer> {
    const answer = await this.http.call(this.signed(call), 401, ...others);
    if (answer.status !== 401) {
      return answer;
    }
    this.authorization = await this.authorize(answer.headers.get('www-authenticate') ?? '');
    const isNobody = this.caller === undefined;
    const again =
      this.authorization === undefined
        ? answer
        : await this.http.call(this.signed(call), ...(isNobody ? [401] : []), ...others);
    if (again.status === 401) {
      throw noCredentials('OCI_USERNAME with OCI_PASSWORD');
    }
    return again;
  }

  /** Other servers, which a registry may have uploads go to, are not told who calls. */
  private signed(call: Call): Call {
    const { authorization } = this;
    const isOwn = call.url.origin === this.repository.server.origin;
    return isOwn && authorization !== undefined
      ? { ...call, headers: { ...call.headers, authorization } }
      : call;
  }

  /**
   * What a registry asks for in its header `WWW-Authenticate`. The password goes
   * to the server of the tokens alone, where there is one.
   *
   * @see https://distribution.github.io/distribution/spec/auth/token/
   */
  private async authorize(challenge: string): Promise<string | undefined> {
    const { caller, http } = this;
    const authorization = caller && http.basic(caller.user, caller.password);
    const bearer = /\bBearer\s+(.*)$/is.exec(challenge)?.[1];
    if (bearer === undefined) {
      return authorization;
    }
    const parameters = new Map(
      [...bearer.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    const url = signedAddress(parameters.get('realm'), this.repository.server);
    url.searchParams.set('service', parameters.get('service') ?? '');
    url.searchParams.set('scope', parameters.get('scope') ?? '');
    const headers = authorization === undefined ? {} : { headers: { authorization } };
    const answer = await http.json({ method: 'GET', url, ...headers });
    const { token, access_token } = answer as Readonly<Record<string, unknown>>;
    return http.bearer(String([token, access_token].find(Boolean)));
  }

  private url(path: string): URL {
    return new URL(`/v2/${this.repository.name}/${path}`, this.repository.server);
  }
}
