import { valid } from 'semver';
import { UsageError } from '../../errors';
import { Http } from '../http';
import { MANIFEST_TYPE, imageOf } from '../oci/image';
import type { Image } from '../oci/image';
import { ImageRegistry } from '../oci/image-registry';
import type { Manifest } from '../oci/image-registry';
import { imageRepository } from '../oci/image-repository';
import { Session, callerOf } from '../oci/session';
import type { Step } from '../plan';
import type { Parcel, Target, TargetKind } from '../target';
import { leads } from '../version';
import { versionTaken } from '../version-taken';

/** What OpenTofu takes if it is told no tag. */
const LATEST = 'latest';

/** How often the newest release is looked for while others publish as well. */
const TRIES = 3;

/** Releases as images, which OpenTofu takes as modules. */
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
    const session = new Session(new Http(surroundings), place, callerOf(surroundings));
    const registry = new ImageRegistry(session, place);
    return Promise.resolve(new ImageTarget(place.shown, registry, latest === 'move'));
  },
};

class ImageTarget implements Target {
  constructor(
    readonly destination: string,
    private readonly registry: ImageRegistry,
    private readonly movesLatest: boolean,
  ) {}

  async plan(parcel: Parcel): Promise<Step[]> {
    const image = imageOf(parcel);
    const { version } = parcel.release;
    const isTagged = await this.isTagged(version, image);
    const steps = isTagged ? [] : [...(await this.uploads(image)), tagStep(version, image)];
    const latest = this.movesLatest ? await this.latest(version, image) : undefined;
    return latest === undefined
      ? steps
      : [...steps, { action: 'update', subject: `tag ${LATEST}`, digest: latest.digest }];
  }

  async perform({ action, subject }: Step, parcel: Parcel): Promise<void> {
    const image = imageOf(parcel);
    const { version } = parcel.release;
    if (action === 'tag') {
      await this.tag(version, image);
    } else if (action === 'update') {
      await this.moveLatest(version, image);
    } else if (subject === image.manifest.name) {
      await this.registry.putManifest(image.manifest.digest, manifestOf(image));
    } else {
      const blobs = image.blobs.filter(({ name }) => name === subject);
      await Promise.all(blobs.map((blob) => this.registry.putBlob(blob)));
    }
  }

  /** What has to be there before a tag can name it. */
  private async uploads({ blobs, manifest }: Image): Promise<Step[]> {
    const steps: Step[] = [];
    for (const { name, digest, bytes } of blobs) {
      if (!(await this.registry.hasBlob(digest))) {
        steps.push({ action: 'upload', subject: name, digest, bytes: bytes.length });
      }
    }
    const { name, digest, bytes } = manifest;
    if ((await this.registry.manifest(digest)) === undefined) {
      steps.push({ action: 'upload', subject: name, digest, bytes: bytes.length });
    }
    return steps;
  }

  /** @throws UsageError `VersionTaken` */
  private async isTagged(version: string, { manifest }: Image): Promise<boolean> {
    const there = await this.registry.manifest(version);
    if (there !== undefined && there.digest !== manifest.digest) {
      throw versionTaken(this.destination, version, there.digest, manifest.digest);
    }
    return there !== undefined;
  }

  /** A registry moves a tag for whoever asks: so it is looked at, set at once, and looked at again. */
  private async tag(version: string, image: Image): Promise<void> {
    if (!(await this.isTagged(version, image))) {
      await this.registry.putManifest(version, manifestOf(image));
      await this.isTagged(version, image);
    }
  }

  /**
   * What the tag of the newest release has to name; undefined: it does, or it
   * is not for this publisher to move. One who was overtaken puts right what
   * he moved himself.
   */
  private async latest(version: string, image: Image): Promise<Manifest | undefined> {
    const tags = await this.registry.tags();
    const others = tags.filter((tag) => valid(tag) === tag && tag !== version);
    const there = await this.registry.manifest(LATEST);
    const ours = manifestOf(image);
    if (leads(version, others)) {
      return there?.digest === ours.digest ? undefined : ours;
    }
    const newest = others.find((other) => leads(other, others));
    return there?.digest === ours.digest && newest !== undefined
      ? this.registry.manifest(newest)
      : undefined;
  }

  private async moveLatest(version: string, image: Image): Promise<void> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const wanted = await this.latest(version, image);
      if (wanted === undefined) {
        return;
      }
      await this.registry.putManifest(LATEST, wanted);
    }
  }
}

const manifestOf = ({ manifest }: Image): Manifest => ({ ...manifest, type: MANIFEST_TYPE });

const tagStep = (version: string, { manifest: { digest, bytes } }: Image): Step => ({
  action: 'tag',
  subject: version,
  digest,
  bytes: bytes.length,
});
