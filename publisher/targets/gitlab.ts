import { UsageError } from '../../errors';
import { below, parseAddress, serverAddress } from '../addresses';
import type { Archive } from '../archive';
import { digestOf } from '../archive';
import { noCredentials } from '../credentials';
import type { Environment } from '../credentials';
import { Http } from '../http';
import { MODULE } from '../names';
import type { Task } from '../plan';
import type { Parcel, Target, TargetKind } from '../target';
import { refuseTaken } from '../version-taken';

/** GitLab takes a token in one way where it is written to, in another where it is read from. */
export interface GitlabToken {
  readonly secret: string;
  /** The header in which it is sent with what is published. */
  readonly header: 'PRIVATE-TOKEN' | 'JOB-TOKEN';
  /** Whose it is; undefined: GitLab is asked. */
  readonly user?: string;
}

/**
 * The module registry of a GitLab project, GitLab 16.7 or later.
 *
 * @see https://docs.gitlab.com/api/packages/terraform-modules/
 */
export class GitlabProject implements Target {
  readonly destination: string;
  private readonly path: string;

  constructor(
    private readonly http: Http,
    private readonly server: URL,
    project: string,
    private readonly token: GitlabToken,
  ) {
    this.path = `api/v4/projects/${encodeURIComponent(project)}/packages/terraform/modules/${MODULE.name}/${MODULE.system}`;
    this.destination = below(server, this.path).href;
    http.bearer(token.secret);
  }

  async plan({ release: { version }, archives: { tarball } }: Parcel): Promise<Task[]> {
    const { bytes, digest } = tarball;
    const run = () => this.upload(version, tarball);
    return (await this.isThere(version, tarball))
      ? []
      : [{ action: 'upload', subject: version, digest, bytes: bytes.length, run }];
  }

  private async upload(version: string, tarball: Archive): Promise<void> {
    const url = below(this.server, `${this.path}/${version}/file`);
    const headers = { [this.token.header]: this.token.secret };
    try {
      await this.http.call({ method: 'PUT', url, headers, body: tarball.bytes });
    } catch (error) {
      // GitLab forbids what is there already: another publisher was faster, or an answer was lost
      const isForbidden = error instanceof UsageError && error.code === 'Forbidden';
      if (!isForbidden || !(await this.isThere(version, tarball))) {
        throw error;
      }
    }
  }

  /** GitLab redirects to its object store, where it has one. */
  private async isThere(version: string, { digest }: Archive): Promise<boolean> {
    const url = below(this.server, `${this.path}/${version}`);
    const headers = { authorization: await this.basic() };
    const call = { method: 'GET', url, headers, follows: true } as const;
    const { status, body } = await this.http.call(call, 404);
    const theirs = status === 404 ? undefined : digestOf(body);
    return refuseTaken(this.destination, version, theirs, digest);
  }

  /** Reading wants the name of the user beside the token. */
  private async basic(): Promise<string> {
    const { secret, header, user } = this.token;
    const url = below(this.server, 'api/v4/user');
    const headers = { [header]: secret };
    const found =
      user === undefined ? await this.http.json({ method: 'GET', url, headers }) : undefined;
    return this.http.basic(user ?? (found as { readonly username: string }).username, secret);
  }
}

const PROJECT = /^(\d+|[\w.-]+(\/[\w.-]+)+)$/;

/** What somebody set comes before what GitLab sets in every job, for its own server alone. */
function gitlabToken({ origin }: URL, env: Environment): GitlabToken {
  const { GITLAB_TOKEN = '', CI_JOB_TOKEN = '' } = env;
  if (GITLAB_TOKEN !== '') {
    return { secret: GITLAB_TOKEN, header: 'PRIVATE-TOKEN' };
  }
  if (CI_JOB_TOKEN !== '' && parseAddress(env.CI_SERVER_URL ?? '')?.origin === origin) {
    return { secret: CI_JOB_TOKEN, header: 'JOB-TOKEN', user: 'gitlab-ci-token' };
  }
  throw noCredentials(`GITLAB_TOKEN or, in a job of ${origin}, CI_JOB_TOKEN`);
}

export const gitlab: TargetKind = {
  name: 'gitlab',
  summary: 'the module registry of a GitLab project',
  options: [
    { flags: '--url <address>', description: 'address of GitLab', default: 'https://gitlab.com' },
    {
      flags: '--gitlab-project <project>',
      description: 'number or path of the project, like acme/modules',
    },
  ],
  credentials: {
    GITLAB_TOKEN: 'a personal, group or project access token with the scope api',
    CI_JOB_TOKEN: 'else what GitLab sets in a job, for the server that runs it',
  },
  open: ({ url = '', gitlabProject: project = '' }, env) => {
    const address = serverAddress('--url', url);
    if (!PROJECT.test(project)) {
      throw new UsageError(
        'Name',
        `--gitlab-project must be the number or the path of a project, like acme/modules, got "${project}"; write it as GitLab shows it`,
      );
    }
    return new GitlabProject(new Http(), address, project, gitlabToken(address, env));
  },
};
