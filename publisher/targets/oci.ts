import { valid } from 'semver';
import { UsageError } from '../../errors';
import { Http } from '../http';
import { VERSION_ANNOTATION, imageOf } from '../oci/image';
import { ImageRegistry } from '../oci/image-registry';
import type { Caller } from '../oci/image-registry';
import { imageRepository } from '../oci/image-repository';
import type { Step } from '../plan';
import type { Surroundings } from '../surroundings';
import type { Parcel, Target, TargetKind } from '../target';
import { leads } from '../version';
import { versionTaken } from '../version-taken';

/** What OpenTofu takes if it is told no tag. */
const LATEST = 'latest';

/** Releases as images, which OpenTofu takes as modules. */
export class ImageTarget implements Target {
  constructor(
    readonly destination: string,
    private readonly registry: ImageRegistry,
    private readonly movesLatest: boolean,
  ) {}

  async plan(parcel: Parcel): Promise<Step[]> {
    const { version } = parcel.release;
    const { configuration, archive, manifest } = imageOf(parcel);
    const steps: Step[] = [];
    if (!(await this.isTagged(parcel))) {
      for (const [subject, { digest, bytes }] of Object.entries({ configuration, archive })) {
        if (!(await this.registry.hasBlob(digest))) {
          steps.push({ action: 'upload', subject, digest, bytes: bytes.length });
        }
      }
      const { digest, bytes } = manifest;
      steps.push({ action: 'tag', subject: version, digest, bytes: bytes.length });
    }
    if (this.movesLatest && (await this.isNewest(version, manifest.digest))) {
      steps.push({ action: 'update', subject: `tag ${LATEST}`, digest: manifest.digest });
    }
    return steps;
  }

  /** A registry moves a tag for whoever asks: so it is looked at right before it is set. */
  async perform({ action, subject }: Step, parcel: Parcel): Promise<void> {
    const { configuration, archive, manifest } = imageOf(parcel);
    if (action === 'upload') {
      await this.registry.putBlob(subject === 'archive' ? archive : configuration);
    } else if (action === 'update') {
      await this.registry.putManifest(LATEST, manifest);
    } else if (!(await this.isTagged(parcel))) {
      await this.registry.putManifest(parcel.release.version, manifest);
    }
  }

  /** @throws UsageError `VersionTaken` */
  private async isTagged(parcel: Parcel): Promise<boolean> {
    const { version } = parcel.release;
    const { digest } = imageOf(parcel).manifest;
    const there = await this.registry.manifest(version);
    if (there !== undefined && there.digest !== digest) {
      throw versionTaken(this.destination, version, there.digest, digest);
    }
    return there !== undefined;
  }

  /** Whether the tag of the newest release names an older one, or none. */
  private async isNewest(version: string, digest: string): Promise<boolean> {
    const there = await this.registry.manifest(LATEST);
    const theirs = valid(there?.annotations[VERSION_ANNOTATION]);
    return there?.digest !== digest && leads(version, theirs === null ? [] : [theirs]);
  }
}

/** @throws UsageError `NoCredentials` if there is a user without a password, or the other way round */
function callerOf({ env }: Surroundings): Caller {
  const { OCI_TOKEN: token = '', OCI_USERNAME: user = '', OCI_PASSWORD: password = '' } = env;
  if (token !== '') {
    return { token };
  }
  if ((user === '') !== (password === '')) {
    throw new UsageError(
      'NoCredentials',
      'OCI_USERNAME and OCI_PASSWORD must be set together, got one of them; set both, or OCI_TOKEN instead',
    );
  }
  return user === '' ? {} : { basic: Buffer.from(`${user}:${password}`).toString('base64') };
}

export const oci: TargetKind = {
  name: 'oci',
  summary: 'a registry of images, for OpenTofu 1.10 and newer',
  options: [
    {
      flags: '--repository <address>',
      description: 'the repository, like ghcr.io/acme/terraform-aws-ssm-iam',
    },
    {
      flags: '--latest <move|leave>',
      description: `whether the tag "${LATEST}" moves to the newest release; leave it where no tag may move`,
      default: 'move',
    },
  ],
  credentials: {
    OCI_USERNAME: 'the user, with OCI_PASSWORD',
    OCI_PASSWORD: 'the password, or a token that stands for it',
    OCI_TOKEN: 'instead of both: a token that the registry takes as it is',
  },
  open: ({ repository = '', latest = '' }, surroundings) => {
    if (!['move', 'leave'].includes(latest)) {
      throw new UsageError(
        'LatestTag',
        `--latest must be move or leave, got "${latest}"; choose one`,
      );
    }
    const place = imageRepository(repository);
    const registry = new ImageRegistry(new Http(), place, callerOf(surroundings));
    return Promise.resolve(new ImageTarget(place.shown, registry, latest === 'move'));
  },
};
