import { TestServer, json } from '../../fixtures/registries/test-server';
import type { Asked, Reply } from '../../fixtures/registries/test-server';

const PROJECT = '/api/v4/projects/7';
const PACKAGE = /^\/api\/v4\/projects\/7\/packages\/generic\/[\w.-]+\/\d+\.\d+\.\d+\/[\w.~@+-]+$/;

/**
 * Generic packages and releases of GitLab for the project 7, with its checks of
 * what is sent.
 *
 * @see https://docs.gitlab.com/user/packages/generic_packages/
 * @see https://docs.gitlab.com/api/releases/
 */
export class GitlabReleases extends TestServer {
  readonly files = new Map<string, Buffer>();
  readonly releases = new Map<string, unknown>();
  /** Whether files are kept in a store of objects, which GitLab redirects to. */
  redirects = false;

  constructor(private readonly token: string) {
    super();
  }

  /** Like that in `CI_API_V4_URL`. */
  get api(): string {
    return `${this.url}/api/v4`;
  }

  protected reply(asked: Asked): Reply {
    const { method, path, headers, body } = asked;
    const stored = this.files.get(path.replace('/store/', '/'));
    if (path.startsWith('/store/')) {
      // what is signed for one download takes no other credentials
      const isSigned = headers['job-token'] === undefined && stored !== undefined;
      return isSigned ? { status: 200, body: stored } : { status: 400 };
    }
    if (headers['job-token'] !== this.token) {
      return json(401, { message: '401 Unauthorized' });
    }
    if (path === `${PROJECT}/releases` && method === 'POST') {
      return this.createRelease(asked);
    }
    const release = this.releases.get(path.replace(`${PROJECT}/releases/`, ''));
    if (release !== undefined) {
      return json(200, release);
    }
    if (PACKAGE.test(path) && method === 'PUT') {
      this.files.set(path, body);
      return json(201, { message: '201 Created' });
    }
    if (stored === undefined) {
      return json(404, { message: '404 Not Found' });
    }
    return this.redirects
      ? { status: 302, headers: { Location: `${this.url}/store${path}` } }
      : { status: 200, body: stored };
  }

  private createRelease({ headers, body }: Asked): Reply {
    const release = JSON.parse(String(body)) as {
      readonly tag_name?: string;
      readonly assets?: { readonly links?: readonly { name?: string; url?: string }[] };
    };
    const { tag_name: tag, assets } = release;
    const links = assets?.links ?? [];
    const names = new Set(links.map(({ name }) => name));
    const isWhole = links.every(({ name = '', url = '' }) => name !== '' && URL.canParse(url));
    const isJson = headers['content-type'] === 'application/json';
    if (!isJson || tag === undefined || !isWhole || names.size < links.length) {
      return json(400, { error: 'tag_name is missing, or a link is invalid' });
    }
    if (this.releases.has(tag)) {
      return json(409, { message: 'Release already exists' });
    }
    this.releases.set(tag, release);
    return json(201, {});
  }
}
