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

/**
 * A Terraform repository of Artifactory. It writes over what is there if the
 * token may do so, so this looks right before it writes.
 *
 * @see https://jfrog.com/help/r/jfrog-artifactory-documentation/deploy-terraform-modules
 * @see https://jfrog.com/help/r/jfrog-rest-apis/deploy-artifact
 */
export class ArtifactoryRepository implements Target {
  readonly destination: string;
  private readonly authorization: string;

  constructor(
    private readonly server: Server,
    private readonly path: string,
    token: string,
  ) {
    this.destination = server.urlOf(path).href;
    this.authorization = `Bearer ${token}`;
  }

  async plan({ release: { version }, archives }: Parcel): Promise<Step[]> {
    const { bytes, digest } = archives.zip;
    const theirs = await this.digestThere(version);
    if (theirs !== undefined && theirs !== digest) {
      throw versionTaken(this.destination, version, theirs, digest);
    }
    return theirs === undefined
      ? [{ action: 'upload', subject: version, digest, bytes: bytes.length }]
      : [];
  }

  async perform(_step: Step, parcel: Parcel): Promise<void> {
    if ((await this.plan(parcel)).length === 0) {
      return;
    }
    const { bytes, digest } = parcel.archives.zip;
    const request: Request = {
      method: 'PUT',
      path: `${this.path}/${parcel.release.version}.zip`,
      headers: {
        authorization: this.authorization,
        'content-type': 'application/zip',
        // Artifactory refuses what came in otherwise
        'x-checksum-sha256': digest.replace('sha256:', ''),
      },
      body: bytes,
    };
    const answer = await this.server.call(request);
    if (answer.status !== 201) {
      throw this.server.refusal(request, answer);
    }
  }

  /** @see https://jfrog.com/help/r/jfrog-rest-apis/file-info */
  private async digestThere(version: string): Promise<string | undefined> {
    const request: Request = {
      method: 'GET',
      path: `api/storage/${this.path}/${version}.zip`,
      headers: { authorization: this.authorization },
    };
    const answer = await this.server.call(request);
    if (answer.status === 404) {
      return undefined;
    }
    const { checksums } = this.server.contentOf(request, answer) as {
      readonly checksums?: { readonly sha256?: string };
    };
    return checksums?.sha256 === undefined
      ? 'something without a digest'
      : `sha256:${checksums.sha256.toLowerCase()}`;
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
  const token = requiredVariable(['ARTIFACTORY_ACCESS_TOKEN', 'JF_ACCESS_TOKEN'], around);
  return new ArtifactoryRepository(
    new Server(new Http(), address, [token]),
    folders.join('/'),
    token,
  );
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
