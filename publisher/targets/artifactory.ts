import { setTimeout as sleep } from 'node:timers/promises';
import { serverAddress } from '../addresses';
import { requiredVariable } from '../credentials';
import { Http } from '../http';
import { MODULE, nameIn } from '../names';
import type { Step } from '../plan';
import { Server } from '../server';
import type { Request } from '../server';
import type { Surroundings } from '../surroundings';
import type { Parcel, Target, TargetKind } from '../target';
import { versionTaken } from '../version-taken';

/** How long another publisher, who looked before we wrote, may take to write: milliseconds. */
const SETTLED_AFTER = 3000;

const TOKENS = ['ARTIFACTORY_ACCESS_TOKEN', 'JF_ACCESS_TOKEN'];

/** @see https://jfrog.com/help/r/jfrog-rest-apis/file-info */
interface FileInfo {
  readonly checksums?: { readonly sha256?: string };
}

/**
 * A Terraform repository of Artifactory. It writes over what is there if the
 * token may do so, so this looks before it writes and again after it.
 *
 * @see https://jfrog.com/help/r/jfrog-artifactory-documentation/deploy-terraform-modules
 * @see https://jfrog.com/help/r/jfrog-rest-apis/deploy-artifact
 */
export class ArtifactoryRepository implements Target {
  readonly destination: string;
  private readonly headers: Readonly<Record<string, string>>;

  constructor(
    private readonly server: Server,
    private readonly path: string,
    token: string,
    private readonly settledAfter = SETTLED_AFTER,
  ) {
    this.destination = server.urlOf(path).href;
    this.headers = { authorization: `Bearer ${token}` };
  }

  async plan(parcel: Parcel): Promise<Step[]> {
    const { bytes, digest } = parcel.archives.zip;
    return (await this.isThere(parcel))
      ? []
      : [{ action: 'upload', subject: parcel.release.version, digest, bytes: bytes.length }];
  }

  async perform(_step: Step, parcel: Parcel): Promise<void> {
    if (await this.isThere(parcel)) {
      return;
    }
    const { bytes, digest } = parcel.archives.zip;
    const request: Request = {
      method: 'PUT',
      path: this.pathOf(parcel),
      headers: {
        ...this.headers,
        'content-type': 'application/zip',
        // Artifactory refuses what came in otherwise
        'x-checksum-sha256': digest.replace('sha256:', ''),
      },
      body: bytes,
    };
    const answer = await this.server.call(request);
    // a token that may not delete may not write over what another publisher wrote since
    const wasFaster = answer.status === 403 && (await this.isThere(parcel));
    if (answer.status !== 201 && !wasFaster) {
      throw this.server.refusal(request, answer);
    }
    await sleep(this.settledAfter);
    await this.isThere(parcel);
  }

  /** @throws UsageError `VersionTaken` */
  private async isThere(parcel: Parcel): Promise<boolean> {
    const { version } = parcel.release;
    const { digest } = parcel.archives.zip;
    const theirs = await this.digestThere(this.pathOf(parcel));
    if (theirs !== undefined && theirs !== digest) {
      throw versionTaken(this.destination, version, theirs, digest);
    }
    return theirs !== undefined;
  }

  /** What the server says of its file; asked so, it says in words what is wrong, and points nowhere else. */
  private async digestThere(path: string): Promise<string | undefined> {
    const request: Request = { method: 'GET', path: `api/storage/${path}`, headers: this.headers };
    const answer = await this.server.call(request);
    if (answer.status === 404) {
      return undefined;
    }
    const { checksums } = this.server.contentOf(request, answer) as FileInfo;
    return checksums?.sha256 === undefined
      ? 'something without a digest'
      : `sha256:${checksums.sha256.toLowerCase()}`;
  }

  private pathOf({ release }: Parcel): string {
    return `${this.path}/${release.version}.zip`;
  }
}

function openArtifactory(
  { url = '', repository = '', namespace = '' }: Readonly<Record<string, string>>,
  around: Surroundings,
): Target {
  const address = serverAddress('--url', url);
  const folders = [
    nameIn('--repository', repository),
    nameIn('--namespace', namespace),
    MODULE.name,
    MODULE.system,
  ];
  const token = requiredVariable(TOKENS, around);
  const server = new Server(new Http(around), address, [token]);
  return new ArtifactoryRepository(server, folders.join('/'), token);
}

export const artifactory: TargetKind = {
  name: 'artifactory',
  summary: 'a Terraform module repository of JFrog Artifactory',
  options: [
    {
      flags: '--url <address>',
      description: 'address of Artifactory, like https://acme.jfrog.io/artifactory',
    },
    { flags: '--repository <address>', description: 'key of the local repository' },
    { flags: '--namespace <name>', description: 'first part of the address of the module' },
  ],
  credentials: {
    ARTIFACTORY_ACCESS_TOKEN: 'an access token that may read and deploy',
    JF_ACCESS_TOKEN: 'else the one of the JFrog CLI',
  },
  open: (options, surroundings) => Promise.resolve(openArtifactory(options, surroundings)),
};
