import { digestOf } from '../archive';
import { noCredentials } from '../credentials';
import { withoutQuery } from '../http';
import type { Answer, Call, Http } from '../http';
import { jsonObject } from '../../json';
import { Secrets } from '../secrets';
import { refusalOf } from '../server';
import { signedAddress } from '../signed-address';
import { MANIFEST_TYPE } from './image';
import type { Part } from './image';
import type { ImageRepository } from './image-repository';

/** Who calls a registry; nobody in particular: neither. */
export interface Caller {
  /** A token that the registry takes as it is. */
  readonly token?: string;
  /** User and password as in the header `Authorization`, in Base64. */
  readonly basic?: string;
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

const WAY = 'check the address, and what lies before the registry';

/**
 * A repository of a registry of images.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
export class ImageRegistry {
  /** What no text may show, even if the registry says it. */
  private readonly secrets = new Secrets();
  private authorization: string | undefined;

  constructor(
    private readonly http: Http,
    private readonly repository: ImageRepository,
    private readonly caller: Caller,
  ) {
    const { token = '', basic = '' } = caller;
    this.authorization = token === '' ? undefined : `Bearer ${token}`;
    this.secrets.add(token);
    this.secrets.addBasic(basic);
  }

  async hasBlob(digest: string): Promise<boolean> {
    // a registry may answer with the address where its storage has it
    const url = this.url(`blobs/${digest}`);
    return (await this.call({ method: 'HEAD', url }, 200, 307, 404)).status !== 404;
  }

  async putBlob({ bytes, digest }: Part): Promise<void> {
    const start = this.url('blobs/uploads/');
    const { headers } = await this.call({ method: 'POST', url: start }, 202);
    const url = signedAddress(headers.location, start);
    // what stands there already may be signed as it is written
    url.search += `${url.search === '' ? '?' : '&'}digest=${digest}`;
    const type = { 'content-type': 'application/octet-stream' };
    await this.call({ method: 'PUT', url, headers: type, body: bytes }, 201);
  }

  /** What a tag names; nothing: undefined. @throws UsageError `NoJson`, as of the page of a proxy */
  async manifest(tag: string): Promise<Manifest | undefined> {
    const url = this.url(`manifests/${tag}`);
    const headers = { accept: ANY_MANIFEST };
    const { status, body } = await this.call({ method: 'GET', url, headers }, 200, 404);
    if (status === 404) {
      return undefined;
    }
    const { annotations = {} } = jsonObject(url.href, body.toString('utf8'), WAY);
    return { digest: digestOf(body), annotations: annotations as Manifest['annotations'] };
  }

  async putManifest(tag: string, { bytes }: Part): Promise<void> {
    const headers = { 'content-type': MANIFEST_TYPE };
    const url = this.url(`manifests/${tag}`);
    await this.call({ method: 'PUT', url, headers, body: bytes }, 201);
  }

  /**
   * Makes a call, once more if the registry wants to know first who calls.
   *
   * @param expected what it may be answered with
   */
  private async call(call: Call & { url: URL }, ...expected: readonly number[]): Promise<Answer> {
    let answer = await this.attempt(call);
    if (answer.status === 401 && this.caller.token === undefined) {
      this.authorization = await this.authorize(answer.headers['www-authenticate'] ?? '');
      answer = await this.attempt(call);
    }
    return this.checked(call, answer, expected);
  }

  /** Other servers, which a registry may have uploads go to, are not told who calls. */
  private attempt(call: Call & { url: URL }): Promise<Answer> {
    const isOwn = call.url.origin === this.repository.server.origin;
    return isOwn && this.authorization !== undefined
      ? this.http.call({ ...call, headers: { ...call.headers, authorization: this.authorization } })
      : this.http.call(call);
  }

  /**
   * What a registry asks for in its header `WWW-Authenticate`. The password goes
   * to the server of the tokens alone, where there is one.
   *
   * @see https://distribution.github.io/distribution/spec/auth/token/
   */
  private async authorize(challenge: string): Promise<string | undefined> {
    const { basic } = this.caller;
    const authorization = basic === undefined ? undefined : `Basic ${basic}`;
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
    const call = { method: 'GET', url, ...headers } as const;
    const { body } = this.checked(call, await this.http.call(call), [200]);
    const answer = jsonObject(withoutQuery(url.href), body.toString('utf8'), WAY);
    const token = String([answer.token, answer.access_token].find(Boolean));
    this.secrets.add(token);
    return `Bearer ${token}`;
  }

  private checked(call: Call, answer: Answer, expected: readonly number[]): Answer {
    const { token, basic } = this.caller;
    if (answer.status === 401 && token === undefined && basic === undefined) {
      throw noCredentials('OCI_USERNAME with OCI_PASSWORD, or OCI_TOKEN');
    }
    if (!expected.includes(answer.status)) {
      throw refusalOf(`${call.method} ${withoutQuery(String(call.url))}`, answer, this.secrets);
    }
    return answer;
  }

  private url(path: string): URL {
    return new URL(`/v2/${this.repository.name}/${path}`, this.repository.server);
  }
}
