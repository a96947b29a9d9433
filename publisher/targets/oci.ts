import { valid } from 'semver';
import { UsageError } from '../../errors';
import type { Archive } from '../archive';
import type { Environment } from '../credentials';
import { Http } from '../http';
import { VERSION_ANNOTATION, imageOf } from '../oci/image';
import { ImageRegistry } from '../oci/image-registry';
import type { Caller } from '../oci/image-registry';
import { imageRepository } from '../oci/image-repository';
import type { Task } from '../plan';
import type { Parcel, Target, TargetKind } from '../target';
import { leads } from '../version';
import { refuseTaken } from '../version-taken';

/** What OpenTofu takes if it is told no tag. */
const LATEST = 'latest';

/** Releases as images, which OpenTofu takes as modules. */
export class ImageTarget implements Target {
  constructor(
    readonly destination: string,
    private readonly registry: ImageRegistry,
    private readonly movesLatest: boolean,
  ) {}

  async plan(parcel: Parcel): Promise<Task[]> {
    const { registry } = this;
    const { version } = parcel.release;
    const { configuration, archive, manifest } = imageOf(parcel);
    const { digest, bytes } = manifest;
    const tasks: Task[] = [];
    if (!(await this.isTagged(version, digest))) {
      for (const [subject, part] of Object.entries({ configuration, archive })) {
        if (!(await registry.hasBlob(part.digest))) {
          const run = () => registry.putBlob(part);
          const { length } = part.bytes;
          tasks.push({ action: 'upload', subject, digest: part.digest, bytes: length, run });
        }
      }
      const run = () => this.tag(version, manifest);
      tasks.push({ action: 'tag', subject: version, digest, bytes: bytes.length, run });
    }
    if (this.movesLatest && (await this.isNewest(version, digest))) {
      const run = () => registry.putManifest(LATEST, manifest);
      tasks.push({ action: 'update', subject: `tag ${LATEST}`, digest, run });
    }
    return tasks;
  }

  /** A registry moves a tag for whoever asks: so it is looked at right before it is set. */
  private async tag(version: string, manifest: Archive): Promise<void> {
    if (!(await this.isTagged(version, manifest.digest))) {
      await this.registry.putManifest(version, manifest);
    }
  }

  /** @throws UsageError `VersionTaken` */
  private async isTagged(version: string, digest: string): Promise<boolean> {
    const there = await this.registry.manifest(version);
    return refuseTaken(this.destination, version, there?.digest, digest);
  }

  /** Whether the tag of the newest release names an older one, or none. */
  private async isNewest(version: string, digest: string): Promise<boolean> {
    const there = await this.registry.manifest(LATEST);
    const theirs = valid(there?.annotations[VERSION_ANNOTATION]);
    return there?.digest !== digest && leads(version, theirs === null ? [] : [theirs]);
  }
}

/** @throws UsageError `NoCredentials` if there is a user without a password, or the other way round */
function callerOf(env: Environment): Caller | undefined {
  const { OCI_USERNAME: user = '', OCI_PASSWORD: password = '' } = env;
  if ((user === '') !== (password === '')) {
    throw new UsageError(
      'NoCredentials',
      'OCI_USERNAME and OCI_PASSWORD must be set together, got one of them; set both',
    );
  }
  return user === '' ? undefined : { user, password };
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
  },
  open: ({ repository = '', latest = '' }, env) => {
    if (!['move', 'leave'].includes(latest)) {
      throw new UsageError(
        'LatestTag',
        `--latest must be move or leave, got "${latest}"; choose one`,
      );
    }
    const place = imageRepository(repository);
    const registry = new ImageRegistry(new Http(), place, callerOf(env));
    return new ImageTarget(place.shown, registry, latest === 'move');
  },
};
