import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../errors';
import { below, serverAddress, signedAddress } from '../addresses';
import { digestOf } from '../archive';
import { holdsFiles } from '../archive-contents';
import { noCredentials } from '../credentials';
import type { Environment } from '../credentials';
import { Http } from '../http';
import { MODULE, nameIn } from '../names';
import type { Task } from '../plan';
import type { Parcel, Target, TargetKind } from '../target';
import { refuseTaken } from '../version-taken';

/** How long HCP Terraform is waited for: milliseconds between two looks, and how many there are. */
const PACE = { rest: 2000, looks: 150 };

/** A version; `status` is like `pending`, `reg_ingressing`, `reg_ingress_failed` or `ok`. */
type Version = Readonly<{ version: string; status: string; error?: string }>;

/** A module; with a `vcs-repo`, its versions come from the tags of that repository. */
type Module = Readonly<{ 'version-statuses'?: readonly Version[]; 'vcs-repo'?: object | null }>;

type Data<A> = Readonly<{ attributes: A; links?: { readonly upload?: string } }>;

/**
 * The private registry of an organization in HCP Terraform or Terraform Enterprise.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/private-registry/modules
 * @see https://github.com/hashicorp/go-tfe/blob/main/registry_module.go
 */
export class HcpOrganization implements Target {
  readonly destination: string;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly modules: string;
  private readonly module: string;
  private readonly archives: string;

  constructor(
    private readonly http: Http,
    private readonly server: URL,
    organization: string,
    token: string,
    private readonly pace = PACE,
  ) {
    const type = 'application/vnd.api+json';
    this.headers = { authorization: http.bearer(token), 'content-type': type };
    const name = `${organization}/${MODULE.name}/${MODULE.system}`;
    this.destination = `${server.host}/${name}`;
    this.modules = `api/v2/organizations/${organization}/registry-modules`;
    this.module = `${this.modules}/private/${name}`;
    this.archives = `api/registry/v1/modules/${name}`;
  }

  async plan(parcel: Parcel): Promise<Task[]> {
    const { version } = parcel.release;
    const { digest, bytes } = parcel.archives.tarball;
    const module = await this.find();
    if (typeof module?.['vcs-repo'] === 'object' && module['vcs-repo'] !== null) {
      throw new UsageError(
        'ModuleOfRepository',
        `${this.destination} must take uploads, got a module that is connected to a repository; publish to that repository with "publish apply git"`,
      );
    }
    const status = this.statusIn(module, version);
    if (status === 'ok') {
      await this.compare(parcel);
      return [];
    }
    const [create, upload, wait] = [
      () => this.create(),
      () => this.upload(parcel),
      () => this.waitFor(version),
    ];
    const tasks: Task[] = [
      { action: 'create', subject: `module ${MODULE.name}/${MODULE.system}`, run: create },
      { action: 'upload', subject: version, digest, bytes: bytes.length, run: upload },
      { action: 'wait', subject: `until ${version} is read in`, run: wait },
    ];
    return tasks.slice(module === undefined ? 0 : status === 'pending' ? 1 : 2);
  }

  private async create(): Promise<void> {
    if ((await this.find()) === undefined) {
      const { name, system: provider } = MODULE;
      const body = bodyOf('registry-modules', { name, provider, 'registry-name': 'private' });
      await this.send('POST', this.modules, { body });
    }
  }

  /** Reads a version as the official clients do; the documents leave that call out. */
  private async upload({ release: { version, commit }, archives }: Parcel): Promise<void> {
    const path = `${this.module}/version?module_version=${encodeURIComponent(version)}`;
    const body = bodyOf('registry-module-versions', { version, 'commit-sha': commit });
    const found =
      (await this.send<Version>('GET', path, { except: 404 })) ??
      (await this.send<Version>('POST', `${this.module}/versions`, { body }));
    if (found?.attributes.status === 'pending') {
      const url = signedAddress(found.links?.upload, this.server);
      const headers = { 'content-type': 'application/octet-stream' };
      const { bytes } = archives.tarball;
      await this.http.call({ method: 'PUT', url, headers, body: bytes, isSigned: true });
    }
  }

  private async waitFor(version: string): Promise<void> {
    const { looks, rest } = this.pace;
    for (let look = 0; look < looks; look += 1) {
      if (this.statusIn(await this.find(), version) === 'ok') {
        return;
      }
      await sleep(rest);
    }
    throw new UsageError(
      'NotReadIn',
      `${version} must be read in by ${this.destination}, got no end of it in ${(looks * rest) / 1000} seconds; run this again later`,
    );
  }

  private async find(): Promise<Module | undefined> {
    return (await this.send<Module>('GET', this.module, { except: 404 }))?.attributes;
  }

  /** @returns `pending` also where there is no such version */
  private statusIn(module: Module | undefined, version: string): string {
    const found = module?.['version-statuses']?.find((one) => one.version === version);
    if (found?.status.endsWith('_failed') === true) {
      const said = found.error === undefined || found.error === '' ? '' : ` (${found.error})`;
      throw new UsageError(
        'ReadingFailed',
        `${version} must be read in by ${this.destination}, got ${found.status}${said}; delete this version in the registry and run this again`,
      );
    }
    return found?.status ?? 'pending';
  }

  /** The registry may have packed the module again: what counts is the files. */
  private async compare({ release, archives }: Parcel): Promise<void> {
    const { http, headers } = this;
    const download = below(this.server, `${this.archives}/${release.version}/download`);
    const answer = await http.call({ method: 'GET', url: download, headers });
    const url = signedAddress(answer.headers.get('x-terraform-get'), download);
    url.searchParams.delete('archive'); // says how to unpack it, and is not sent by Terraform
    const { body } = await http.call({ method: 'GET', url, follows: true, isSigned: true });
    if (!(await holdsFiles(body, release.files))) {
      const { digest } = archives.tarball;
      refuseTaken(this.destination, release.version, digestOf(body), digest);
    }
  }

  /** @returns undefined if the answer has the status `except` */
  private async send<A>(
    method: 'GET' | 'POST',
    path: string,
    { body, except = 0 }: { readonly body?: string; readonly except?: number },
  ): Promise<Data<A> | undefined> {
    const url = below(this.server, path);
    const call = { method, url, headers: this.headers, ...(body !== undefined && { body }) };
    const answer = await this.http.json(call, except);
    return (answer as { readonly data: Data<A> } | undefined)?.data;
  }
}

const bodyOf = (type: string, attributes: object): string =>
  JSON.stringify({ data: { type, attributes } });

/** The token is for one host, and goes to no other. */
function tokenFor({ host }: URL, { TFE_TOKEN = '', TFE_HOSTNAME = '' }: Environment): string {
  const itsHost = TFE_HOSTNAME === '' ? 'app.terraform.io' : TFE_HOSTNAME;
  if (TFE_TOKEN === '' || itsHost !== host) {
    throw noCredentials(`TFE_TOKEN for ${host} (TFE_HOSTNAME says which host it is for)`);
  }
  return TFE_TOKEN;
}

export const hcp: TargetKind = {
  name: 'hcp',
  summary: 'the private registry of HCP Terraform or Terraform Enterprise',
  options: [
    {
      flags: '--url <address>',
      description: 'address of HCP Terraform or Terraform Enterprise',
      default: 'https://app.terraform.io',
    },
    { flags: '--organization <name>', description: 'name of the organization' },
  ],
  credentials: {
    TFE_TOKEN: 'a token that may publish modules of the organization',
    TFE_HOSTNAME: 'the host that the token is for, if it is not app.terraform.io',
  },
  open: ({ url = '', organization = '' }, env) => {
    const address = serverAddress('--url', url);
    const name = nameIn('--organization', organization);
    return new HcpOrganization(new Http(), address, name, tokenFor(address, env));
  },
};
