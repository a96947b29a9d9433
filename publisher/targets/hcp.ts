import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../errors';
import { serverAddress } from '../addresses';
import { digestOf } from '../archive';
import { holdsFiles, mustBeArchive } from '../archive-contents';
import { noCredentials, terraformToken } from '../credentials';
import { PrivateRegistry } from '../hcp/registry';
import type { VersionStatus } from '../hcp/registry';
import { Http } from '../http';
import { MODULE, nameIn } from '../names';
import type { Step } from '../plan';
import { Server } from '../server';
import type { Surroundings } from '../surroundings';
import type { Parcel, Target, TargetKind } from '../target';
import { versionTaken } from '../version-taken';

/** How long HCP Terraform is waited for. */
export interface Pace {
  /** Between two looks, in milliseconds. */
  readonly rest: number;
  /** Looks until a version must be read in. */
  readonly looks: number;
  /** Looks until nobody else seems to be about to upload what another publisher created. */
  readonly grace: number;
}

const PACE: Pace = { rest: 2000, looks: 150, grace: 5 };

const CREATE_MODULE = `module ${MODULE.name}/${MODULE.system}`;

/** The private registry of an organization in HCP Terraform or Terraform Enterprise. */
export class HcpOrganization implements Target {
  readonly destination: string;
  /** Where versions go that were created here. */
  private readonly uploads = new Map<string, URL>();

  constructor(
    private readonly registry: PrivateRegistry,
    where: string,
    private readonly pace = PACE,
  ) {
    this.destination = `${where}/${MODULE.name}/${MODULE.system}`;
  }

  async plan(parcel: Parcel): Promise<Step[]> {
    const { version } = parcel.release;
    const module = await this.registry.find();
    if (module?.['vcs-repo'] !== undefined && module['vcs-repo'] !== null) {
      throw new UsageError(
        'ModuleOfRepository',
        `${this.destination} must take uploads, got a module that is connected to a repository; publish to that repository with --to git`,
      );
    }
    const found = module?.['version-statuses']?.find((one) => one.version === version);
    const steps = stepsOf(parcel);
    switch (found?.status) {
      case undefined:
        return module === undefined ? steps : steps.slice(1);
      case 'pending':
        return steps.slice(2);
      case 'ok':
        await this.compare(parcel);
        return [];
      default:
        this.refuseFailed(found);
        return steps.slice(3);
    }
  }

  async perform({ action, subject }: Step, parcel: Parcel): Promise<void> {
    const { version, commit } = parcel.release;
    if (action === 'wait') {
      await this.waitFor(version);
    } else if (action === 'upload') {
      await this.upload(parcel);
    } else if (subject === CREATE_MODULE) {
      await this.registry.create();
    } else {
      const upload = await this.registry.createVersion(version, commit);
      if (upload !== undefined) {
        this.uploads.set(version, upload);
      }
    }
  }

  private async upload({ release, archives }: Parcel): Promise<void> {
    const { version } = release;
    const own = this.uploads.get(version);
    if (own === undefined && !(await this.isForsaken(version))) {
      return;
    }
    const address = own ?? (await this.registry.uploadOf(version));
    try {
      await this.registry.upload(address, archives.tarball.bytes);
    } catch (error) {
      // an answer may have been lost, or another publisher was faster
      if (!(await this.hasArchive(version))) {
        throw error;
      }
    }
  }

  /** Whether a version that was created elsewhere gets no archive, as far as can be seen. */
  private async isForsaken(version: string): Promise<boolean> {
    for (let look = 0; look < this.pace.grace; look += 1) {
      if (await this.hasArchive(version)) {
        return false;
      }
      await sleep(this.pace.rest);
    }
    return true;
  }

  private async hasArchive(version: string): Promise<boolean> {
    const found = await this.registry.statusOf(version);
    return found !== undefined && found.status !== 'pending';
  }

  private async waitFor(version: string): Promise<void> {
    for (let look = 0; look < this.pace.looks; look += 1) {
      const found = await this.registry.statusOf(version);
      if (found?.status === 'ok') {
        return;
      }
      this.refuseFailed(found);
      await sleep(this.pace.rest);
    }
    throw new UsageError(
      'NotReadIn',
      `${version} must be read in by ${this.destination}, got no end of it in ${(this.pace.looks * this.pace.rest) / 1000} seconds; run this again later`,
    );
  }

  private refuseFailed(found: VersionStatus | undefined): void {
    if (found?.status.endsWith('_failed') === true) {
      const said = found.error === undefined || found.error === '' ? '' : ` (${found.error})`;
      throw new UsageError(
        'ReadingFailed',
        `${found.version} must be read in by ${this.destination}, got ${found.status}${said}; delete this version in the registry and run this again`,
      );
    }
  }

  /** The registry may have packed the module again: what counts is the files. */
  private async compare({ release, archives }: Parcel): Promise<void> {
    const theirs = mustBeArchive(this.destination, await this.registry.archiveOf(release.version));
    const { digest } = archives.tarball;
    if (digestOf(theirs) !== digest && !(await holdsFiles(theirs, release.files))) {
      throw versionTaken(this.destination, release.version, digestOf(theirs), digest);
    }
  }
}

const stepsOf = ({ release: { version }, archives }: Parcel): Step[] => [
  { action: 'create', subject: CREATE_MODULE },
  { action: 'create', subject: `version ${version}` },
  {
    action: 'upload',
    subject: version,
    digest: archives.tarball.digest,
    bytes: archives.tarball.bytes.length,
  },
  { action: 'wait', subject: `until ${version} is read in` },
];

async function tokenFor({ host }: URL, around: Surroundings): Promise<string> {
  const { TFE_HOSTNAME: named = '', TFE_TOKEN: token = '' } = around.env;
  const ofTfe = named === '' ? 'app.terraform.io' : named;
  const found = (await terraformToken(host, around)) ?? (ofTfe === host ? token : '');
  if (found === '') {
    throw noCredentials(`Terraform's credentials for ${host}, or TFE_TOKEN with its TFE_HOSTNAME`);
  }
  return found;
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
    'TF_TOKEN_<host>': "or another of Terraform's credentials for the host, as of terraform login",
    TFE_TOKEN: 'else a token for TFE_HOSTNAME, or for app.terraform.io if that is not set',
  },
  open: async ({ url = '', organization = '' }, surroundings) => {
    const address = serverAddress('--url', url);
    const name = nameIn('--organization', organization);
    const token = await tokenFor(address, surroundings);
    const server = new Server(new Http(surroundings), address, [token]);
    return new HcpOrganization(new PrivateRegistry(server, name, token), `${address.host}/${name}`);
  },
};
