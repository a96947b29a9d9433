import { parseAddress, serverAddress } from '../addresses';
import { digestOf } from '../archive';
import { mustBeArchive } from '../archive-contents';
import { noCredentials, requiredVariable } from '../credentials';
import { UsageError } from '../../errors';
import { Http } from '../http';
import { MODULE } from '../names';
import type { Step } from '../plan';
import { Server } from '../server';
import type { Request } from '../server';
import type { Surroundings } from '../surroundings';
import type { Parcel, Target, TargetKind } from '../target';
import { versionTaken } from '../version-taken';

/** GitLab takes a token in one way where it is written to, in another where it is read from. */
export interface GitlabToken {
  readonly secret: string;
  /** The header in which it is sent with what is published. */
  readonly header: 'PRIVATE-TOKEN' | 'DEPLOY-TOKEN' | 'JOB-TOKEN';
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
    private readonly server: Server,
    project: string,
    private readonly token: GitlabToken,
  ) {
    this.path = `api/v4/projects/${encodeURIComponent(project)}/packages/terraform/modules/${MODULE.name}/${MODULE.system}`;
    this.destination = server.urlOf(this.path).href;
  }

  async plan({ release: { version }, archives }: Parcel): Promise<Step[]> {
    const { bytes, digest } = archives.tarball;
    const theirs = await this.digestThere(version);
    if (theirs !== undefined && theirs !== digest) {
      throw versionTaken(this.destination, version, theirs, digest);
    }
    return theirs === undefined
      ? [{ action: 'upload', subject: version, digest, bytes: bytes.length }]
      : [];
  }

  async perform(_step: Step, parcel: Parcel): Promise<void> {
    const request: Request = {
      method: 'PUT',
      path: `${this.path}/${parcel.release.version}/file`,
      headers: { [this.token.header]: this.token.secret },
      body: parcel.archives.tarball.bytes,
    };
    const answer = await this.server.call(request);
    // GitLab forbids what is there already: another publisher was faster, or an answer was lost
    const isThere = answer.status === 403 && (await this.plan(parcel)).length === 0;
    if (answer.status !== 201 && !isThere) {
      throw this.server.refusal(request, answer);
    }
  }

  /** GitLab redirects to its object store, where it has one. */
  private async digestThere(version: string): Promise<string | undefined> {
    const request: Request = {
      method: 'GET',
      path: `${this.path}/${version}`,
      headers: { authorization: await this.basic() },
      follows: true,
    };
    const answer = await this.server.call(request);
    if (answer.status !== 200 && answer.status !== 404) {
      throw this.server.refusal(request, answer);
    }
    return answer.status === 404
      ? undefined
      : digestOf(mustBeArchive(this.destination, answer.body));
  }

  /** Reading wants the name of the user beside the token. */
  private async basic(): Promise<string> {
    const { secret, user = await this.askForUser() } = this.token;
    const credentials = Buffer.from(`${user}:${secret}`).toString('base64');
    this.server.secrets.addBasic(credentials);
    return `Basic ${credentials}`;
  }

  private async askForUser(): Promise<string> {
    const { header, secret } = this.token;
    const request = { method: 'GET', path: 'api/v4/user', headers: { [header]: secret } } as const;
    const answer = await this.server.call(request);
    return (this.server.contentOf(request, answer) as { readonly username: string }).username;
  }
}

const PROJECT = /^(\d+|[\w.-]+(\/[\w.-]+)+)$/;

function openGitlab(options: Readonly<Record<string, string>>, around: Surroundings): Target {
  const { url = '', gitlabProject: project = '' } = options;
  const address = serverAddress('--url', url);
  if (!PROJECT.test(project)) {
    throw new UsageError(
      'Name',
      `--gitlab-project must be the number or the path of a project, like acme/modules, got "${project}"; write it as GitLab shows it`,
    );
  }
  const token = gitlabToken(address, around);
  return new GitlabProject(new Server(new Http(), address, [token.secret]), project, token);
}

/** What somebody set comes before what GitLab sets in every job, for its own server alone. */
function gitlabToken({ origin }: URL, { env }: Surroundings): GitlabToken {
  const { GITLAB_TOKEN = '', GITLAB_DEPLOY_TOKEN = '', CI_JOB_TOKEN = '' } = env;
  if (GITLAB_TOKEN !== '') {
    return { secret: GITLAB_TOKEN, header: 'PRIVATE-TOKEN' };
  }
  if (GITLAB_DEPLOY_TOKEN !== '') {
    const user = requiredVariable(['GITLAB_DEPLOY_USER'], { env });
    return { secret: GITLAB_DEPLOY_TOKEN, header: 'DEPLOY-TOKEN', user };
  }
  if (CI_JOB_TOKEN !== '' && parseAddress(env.CI_SERVER_URL ?? '')?.origin === origin) {
    return { secret: CI_JOB_TOKEN, header: 'JOB-TOKEN', user: 'gitlab-ci-token' };
  }
  throw noCredentials(`GITLAB_TOKEN, GITLAB_DEPLOY_TOKEN or, in a job of ${origin}, CI_JOB_TOKEN`);
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
    GITLAB_DEPLOY_TOKEN:
      'else a deploy token that may read and write packages, with its user in GITLAB_DEPLOY_USER',
    CI_JOB_TOKEN: 'else what GitLab sets in a job, for the server that runs it',
  },
  open: (options, surroundings) => Promise.resolve(openGitlab(options, surroundings)),
};
