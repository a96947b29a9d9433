import { UsageError } from '../../errors';
import { serverAddress } from '../addresses';
import { digestOf } from '../archive';
import { withoutQuery } from '../http';
import type { Answer, Call } from '../http';
import { MANIFEST_TYPE } from './image';
import type { Part } from './image';
import type { ImageRepository } from './image-repository';
import type { Session } from './session';

/** What a tag or a digest names. */
export interface Manifest {
  readonly bytes: Buffer;
  readonly type: string;
  readonly digest: string;
}

/** All that a tag may name: a registry hides what the caller does not know. */
const ANY_MANIFEST = [
  MANIFEST_TYPE,
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

const NOT_FOUND = 404;

/**
 * A repository of a registry of images.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
export class ImageRegistry {
  constructor(
    private readonly session: Session,
    private readonly repository: ImageRepository,
  ) {}

  async hasBlob(digest: string): Promise<boolean> {
    const { status } = await this.look('HEAD', `blobs/${digest}`);
    return status !== NOT_FOUND;
  }

  /** Uploads what is not there yet. */
  async putBlob({ name, bytes, digest }: Part): Promise<void> {
    if (await this.hasBlob(digest)) {
      return;
    }
    const call = { method: 'POST', url: this.url('blobs/uploads/'), safe: true } as const;
    const started = await this.session.call(call);
    const { location } = started.headers;
    if (started.status !== 202 || location === undefined) {
      throw this.refused(`the upload of the ${name}`, started);
    }
    const url = new URL(location, call.url);
    serverAddress('the upload address of the registry', withoutQuery(String(url)));
    // what stands there already may be signed as it is written
    url.search += `${url.search === '' ? '?' : '&'}digest=${digest}`;
    const headers = { 'content-type': 'application/octet-stream' };
    const ended = await this.session.call({ method: 'PUT', url, headers, body: bytes });
    // of a call made twice, for want of an answer, the second one is refused
    if (ended.status !== 201 && !(await this.hasBlob(digest))) {
      throw this.refused(`the ${name}`, ended);
    }
  }

  /**
   * What a tag or a digest names; nothing: undefined.
   *
   * @throws UsageError `NoJson` if the answer is no manifest, as of the page of a proxy
   */
  async manifest(reference: string): Promise<Manifest | undefined> {
    const headers = { accept: ANY_MANIFEST.join(', ') };
    const answer = await this.look('GET', `manifests/${reference}`, headers);
    if (answer.status === NOT_FOUND) {
      return undefined;
    }
    const said = answer.headers['content-type'] ?? 'something without a type';
    const type = said.replace(/;.*$/s, '').trim().toLowerCase();
    if (!ANY_MANIFEST.includes(type)) {
      throw new UsageError(
        'NoJson',
        `GET ${this.url(`manifests/${reference}`).href} must be answered with the JSON of a manifest, got ${this.session.secrets.shown(said)}; check the address, and what lies before the registry`,
      );
    }
    return { bytes: answer.body, type, digest: digestOf(answer.body) };
  }

  async putManifest(reference: string, { bytes, type }: Omit<Manifest, 'digest'>): Promise<void> {
    const answer = await this.session.call({
      method: 'PUT',
      url: this.url(`manifests/${reference}`),
      headers: { 'content-type': type },
      body: bytes,
    });
    if (answer.status !== 201) {
      throw this.refused(`the manifest ${reference}`, answer);
    }
  }

  async tags(): Promise<string[]> {
    const tags: string[] = [];
    let next: URL | undefined = this.url('tags/list');
    while (next !== undefined) {
      const url: URL = next;
      const answer = await this.look('GET', url);
      if (answer.status === NOT_FOUND) {
        break;
      }
      tags.push(...this.tagsIn(answer));
      const link = /<([^>]*)>\s*;\s*rel="?next"?/.exec(answer.headers.link ?? '')?.[1];
      next = link === undefined ? undefined : new URL(link, url);
    }
    return tags;
  }

  private tagsIn(answer: Answer): readonly string[] {
    try {
      const { tags } = JSON.parse(answer.body.toString('utf8')) as { tags?: string[] | null };
      // of a repository without tags some registries say null
      return tags ?? [];
    } catch {
      throw this.refused('a question for its tags', answer);
    }
  }

  private async look(
    method: 'GET' | 'HEAD',
    what: URL | string,
    headers: NonNullable<Call['headers']> = {},
  ): Promise<Answer> {
    const url = typeof what === 'string' ? this.url(what) : what;
    const answer = await this.session.call({ method, url, headers });
    // a registry may answer with the address where the storage has it
    const isThere = answer.status === 200 || (method === 'HEAD' && answer.status === 307);
    if (!isThere && answer.status !== NOT_FOUND) {
      throw this.refused(`${method} ${url.pathname}`, answer);
    }
    return answer;
  }

  private url(path: string): URL {
    return new URL(`/v2/${this.repository.name}/${path}`, this.repository.server);
  }

  private refused(what: string, { status, body }: Answer): UsageError {
    const words = this.session.secrets.shown(messagesIn(body));
    return new UsageError(
      'RegistryRefused',
      `${this.repository.shown} must take ${what}, got the status ${status}${words}; let the caller push there, and do what the registry says`,
    );
  }
}

/** What the registry has to say: code and message of each error. */
function messagesIn(body: Buffer): string {
  try {
    const { errors } = JSON.parse(body.toString('utf8')) as {
      readonly errors: readonly { readonly code?: string; readonly message?: string }[];
    };
    return errors.map(({ code = '', message = '' }) => `: ${code} ${message}`).join('');
  } catch {
    return '';
  }
}
