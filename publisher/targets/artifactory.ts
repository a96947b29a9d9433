import { below, serverAddress } from '../addresses';
import type { Archive } from '../archive';
import { requiredVariable } from '../credentials';
import { Http } from '../http';
import { MODULE, nameIn } from '../names';
import type { Task } from '../plan';
import type { Parcel, Target, TargetKind } from '../target';
import { refuseTaken } from '../version-taken';

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
    private readonly http: Http,
    private readonly server: URL,
    private readonly path: string,
    token: string,
  ) {
    this.destination = below(server, path).href;
    this.authorization = http.bearer(token);
  }

  async plan({ release: { version }, archives: { zip } }: Parcel): Promise<Task[]> {
    const { bytes, digest } = zip;
    const run = () => this.upload(version, zip);
    return (await this.isThere(version, zip))
      ? []
      : [{ action: 'upload', subject: version, digest, bytes: bytes.length, run }];
  }

  /** @see https://jfrog.com/help/r/jfrog-rest-apis/file-info */
  private async isThere(version: string, { digest }: Archive): Promise<boolean> {
    const url = below(this.server, `api/storage/${this.path}/${version}.zip`);
    const { authorization } = this;
    const found = (await this.http.json(
      { method: 'GET', url, headers: { authorization } },
      404,
    )) as { readonly checksums?: { readonly sha256?: string } } | undefined;
    const sha256 = found?.checksums?.sha256?.toLowerCase();
    const theirs = sha256 === undefined ? 'something without a digest' : `sha256:${sha256}`;
    return refuseTaken(this.destination, version, found && theirs, digest);
  }

  private async upload(version: string, zip: Archive): Promise<void> {
    if (await this.isThere(version, zip)) {
      return;
    }
    const headers = {
      authorization: this.authorization,
      'content-type': 'application/zip',
      // Artifactory refuses what came in otherwise
      'x-checksum-sha256': zip.digest.replace('sha256:', ''),
    };
    const url = below(this.server, `${this.path}/${version}.zip`);
    await this.http.call({ method: 'PUT', url, headers, body: zip.bytes });
  }
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
  },
  open: ({ url = '', repository = '', namespace = '' }, env) => {
    const address = serverAddress('--url', url);
    const names = [nameIn('--repository', repository), nameIn('--namespace', namespace)];
    const path = [...names, MODULE.name, MODULE.system].join('/');
    const token = requiredVariable('ARTIFACTORY_ACCESS_TOKEN', env);
    return new ArtifactoryRepository(new Http(), address, path, token);
  },
};
