import { UsageError } from '../../errors';
import type { Answer } from '../http';
import { MODULE } from '../names';
import { refusalOf } from '../server';
import type { Request, Server } from '../server';
import { download, signedAddress } from '../signed-address';

/** What HCP Terraform says of a version of a module. */
export interface VersionStatus {
  readonly version: string;
  /** @see https://github.com/hashicorp/go-tfe/blob/main/registry_module.go */
  readonly status:
    | 'pending'
    | 'cloning'
    | 'clone_failed'
    | 'reg_ingress_req_failed'
    | 'reg_ingressing'
    | 'reg_ingress_failed'
    | 'ok';
  /** Why it failed. */
  readonly error?: string;
}

/** What HCP Terraform says of a module. */
export interface RegistryModule {
  readonly 'version-statuses'?: readonly VersionStatus[];
  /** There if versions come from the tags of a repository. */
  readonly 'vcs-repo'?: object | null;
}

interface Document<A> {
  readonly data: { readonly attributes: A; readonly links?: { readonly upload?: string } };
}

const JSON_API = 'application/vnd.api+json';

/**
 * The calls of the private registry of HCP Terraform and Terraform Enterprise
 * that publishing takes, for one module.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/private-registry/modules
 */
export class PrivateRegistry {
  private readonly modules: string;
  private readonly module: string;

  constructor(
    private readonly server: Server,
    private readonly organization: string,
    private readonly token: string,
  ) {
    this.modules = `api/v2/organizations/${organization}/registry-modules`;
    this.module = `${this.modules}/private/${organization}/${MODULE.name}/${MODULE.system}`;
  }

  /** @returns undefined if there is no such module, or the token may not see it */
  async find(): Promise<RegistryModule | undefined> {
    const request = this.request('GET', this.module);
    const answer = await this.server.call(request);
    if (answer.status === 404) {
      return undefined;
    }
    const content = this.server.contentOf(request, answer) as Document<RegistryModule>;
    return content.data.attributes;
  }

  /** @returns undefined if there is no such version */
  async statusOf(version: string): Promise<VersionStatus | undefined> {
    const statuses = (await this.find())?.['version-statuses'] ?? [];
    return statuses.find((one) => one.version === version);
  }

  /** Creates the module, if nobody else has by then. */
  async create(): Promise<void> {
    const attributes = {
      name: MODULE.name,
      provider: MODULE.system,
      'registry-name': 'private',
    };
    const request = this.request('POST', this.modules, 'registry-modules', attributes);
    const answer = await this.server.call(request);
    if (answer.status !== 422 || (await this.find()) === undefined) {
      this.successful(request, answer);
    }
  }

  /**
   * Creates a version, if nobody else has by then.
   *
   * @returns where its archive is to be put; undefined if somebody else created it
   */
  async createVersion(version: string, commit: string): Promise<URL | undefined> {
    const attributes = { version, 'commit-sha': commit };
    const path = `${this.module}/versions`;
    const request = this.request('POST', path, 'registry-module-versions', attributes);
    const answer = await this.server.call(request);
    const isThere = answer.status === 422 && (await this.read(version)).answer.status === 200;
    return isThere ? undefined : this.uploadIn(request, answer);
  }

  /** Where the archive of a version is to be put that is still without one. */
  async uploadOf(version: string): Promise<URL> {
    const { request, answer } = await this.read(version);
    const upload = this.uploadIn(request, answer);
    if (upload === undefined) {
      throw new UsageError(
        'NoUpload',
        `${version} of ${this.organization}/${MODULE.name}/${MODULE.system} must still take an archive, got no address for it; delete this version in the registry and run this again`,
      );
    }
    return upload;
  }

  /** Reads a version as the official clients do; the documents leave this call out. */
  private async read(version: string): Promise<{ request: Request; answer: Answer }> {
    const path = `${this.module}/version?module_version=${encodeURIComponent(version)}`;
    const request = this.request('GET', path);
    return { request, answer: await this.server.call(request) };
  }

  /** The address is signed: no token goes there. */
  async upload(address: URL, archive: Buffer): Promise<void> {
    const answer = await this.server.http.call({
      method: 'PUT',
      url: address,
      headers: { 'content-type': 'application/octet-stream' },
      body: archive,
      isSigned: true,
    });
    if (answer.status >= 300) {
      throw refusalOf(`PUT ${address.origin}`, answer);
    }
  }

  /** The archive of a version, as Terraform gets it. */
  async archiveOf(version: string): Promise<Buffer> {
    const request: Request = {
      method: 'GET',
      path: `api/registry/v1/modules/${this.organization}/${MODULE.name}/${MODULE.system}/${version}/download`,
      headers: { authorization: `Bearer ${this.token}` },
    };
    const answer = this.successful(request, await this.server.call(request));
    const told = answer.headers['x-terraform-get'] ?? '';
    const address = signedAddress(told, this.server.urlOf(request.path));
    // what Terraform takes out itself
    address.searchParams.delete('archive');
    address.searchParams.delete('checksum');
    return download(this.server.http, address);
  }

  private request(
    method: Request['method'],
    path: string,
    type?: string,
    attributes?: object,
  ): Request {
    return {
      method,
      path,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': JSON_API },
      ...(type !== undefined && { body: JSON.stringify({ data: { type, attributes } }) }),
    };
  }

  private successful(request: Request, answer: Answer): Answer {
    if (answer.status >= 300) {
      throw this.server.refusal(request, answer);
    }
    return answer;
  }

  private uploadIn(request: Request, answer: Answer): URL | undefined {
    const { data } = this.server.contentOf(request, answer) as Document<unknown>;
    const upload = data.links?.upload;
    return upload === undefined ? undefined : signedAddress(upload, this.server.address);
  }
}
