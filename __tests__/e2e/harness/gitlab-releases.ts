import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a test server of GitLab holds, and how it behaves. */
export interface GitlabReleases {
  /** Like that in `CI_API_V4_URL`. */
  readonly api: string;
  readonly files: Map<string, Buffer>;
  readonly releases: Map<string, unknown>;
  /** Method and path of each call, in order. */
  readonly calls: string[];
  /** Whether files are kept in a store of objects, which GitLab redirects to. */
  redirects: boolean;
  /** Calls that are answered before the connection is cut; undefined: all of them. */
  left: number | undefined;
  close(): void;
}

const PROJECT = '/api/v4/projects/7';
const PACKAGE = new RegExp(
  `^${PROJECT}/packages/generic/([\\w.-]+)/(\\d+\\.\\d+\\.\\d+)/([\\w.~@+-]+)$`,
);

/**
 * Generic packages and releases of GitLab for the project 7, with its checks of
 * what is sent.
 *
 * @see https://docs.gitlab.com/user/packages/generic_packages/
 * @see https://docs.gitlab.com/api/releases/
 */
export async function startGitlabReleases(token: string): Promise<GitlabReleases> {
  const gitlab: Mutable = {
    api: '',
    files: new Map(),
    releases: new Map(),
    calls: [],
    redirects: false,
    left: undefined,
    close: () => undefined,
  };
  const server = createServer((request, response) => {
    void answer(gitlab, token, request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  gitlab.api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`;
  gitlab.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return gitlab;
}

type Mutable = { -readonly [Key in keyof GitlabReleases]: GitlabReleases[Key] };

interface Reply {
  readonly status: number;
  readonly body?: Buffer | string;
  readonly headers?: Record<string, string>;
}

async function answer(
  gitlab: GitlabReleases,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Uint8Array);
  }
  const { method = '', url = '' } = request;
  gitlab.calls.push(`${method} ${url}`);
  if (gitlab.left === 0) {
    request.socket.destroy();
    return;
  }
  if (gitlab.left !== undefined) {
    gitlab.left -= 1;
  }
  const { status, body = '', headers } = replyTo(gitlab, token, request, Buffer.concat(chunks));
  response.writeHead(status, headers).end(body);
}

function replyTo(
  gitlab: GitlabReleases,
  token: string,
  { method = '', url = '', headers }: IncomingMessage,
  body: Buffer,
): Reply {
  const given = headers['job-token'];
  if (url.startsWith('/store')) {
    const file = gitlab.files.get(url.replace('/store', ''));
    // what is signed for one download takes no other credentials
    return given === undefined && file !== undefined
      ? { status: 200, body: file }
      : { status: 400 };
  }
  if (given !== token) {
    return { status: 401, body: '{"message":"401 Unauthorized"}' };
  }
  if (PACKAGE.test(url)) {
    return packageReply(gitlab, method, url, body);
  }
  if (url === `${PROJECT}/releases` && method === 'POST') {
    return createRelease(gitlab, headers['content-type'], body);
  }
  const [, tag = ''] = new RegExp(`^${PROJECT}/releases/([^/]+)$`).exec(url) ?? [];
  return method === 'GET' && gitlab.releases.has(tag)
    ? { status: 200, body: JSON.stringify(gitlab.releases.get(tag)) }
    : { status: 404, body: '{"message":"404 Not Found"}' };
}

function packageReply(gitlab: GitlabReleases, method: string, url: string, body: Buffer): Reply {
  if (method === 'PUT') {
    gitlab.files.set(url, body);
    return { status: 201, body: '{"message":"201 Created"}' };
  }
  const file = gitlab.files.get(url);
  if (file === undefined) {
    return { status: 404, body: '{"message":"404 Package Not Found"}' };
  }
  const location = `${new URL(gitlab.api).origin}/store${url}`;
  return gitlab.redirects
    ? { status: 302, headers: { Location: location } }
    : { status: 200, body: file };
}

function createRelease(gitlab: GitlabReleases, type: string | undefined, body: Buffer): Reply {
  const { tag_name: tag, assets } = JSON.parse(String(body)) as {
    tag_name?: string;
    assets?: { links?: { name?: string; url?: string }[] };
  };
  const links = assets?.links ?? [];
  const names = new Set(links.map(({ name }) => name));
  const isWhole = links.every(({ name = '', url = '' }) => name !== '' && URL.canParse(url));
  if (type !== 'application/json' || tag === undefined || !isWhole || names.size < links.length) {
    return { status: 400, body: '{"error":"tag_name is missing, or a link is invalid"}' };
  }
  if (gitlab.releases.has(tag)) {
    return { status: 409, body: '{"message":"Release already exists"}' };
  }
  gitlab.releases.set(tag, JSON.parse(String(body)));
  return { status: 201, body: '{}' };
}
