import { archive } from '../archive';
import type { Archive } from '../archive';
import type { Parcel } from '../target';

export const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
export const VERSION_ANNOTATION = 'org.opencontainers.image.version';

/** A module as OpenTofu takes it from a registry of images. */
export interface Image {
  readonly configuration: Archive;
  readonly archive: Archive;
  readonly manifest: Archive;
}

/**
 * The image of a release: the same on any machine and in any registry.
 *
 * @see https://opentofu.org/docs/cli/oci_registries/module-package/
 */
export function imageOf({ release, archives }: Parcel): Image {
  const configuration = archive(Buffer.from('{}'));
  const { version, commit, date } = release;
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType: 'application/vnd.opentofu.modulepkg',
    config: described('application/vnd.oci.empty.v1+json', configuration),
    layers: [described('archive/zip', archives.zip)],
    annotations: {
      [VERSION_ANNOTATION]: version,
      'org.opencontainers.image.revision': commit,
      'org.opencontainers.image.created': date,
    },
  };
  return {
    configuration,
    archive: archives.zip,
    manifest: archive(Buffer.from(JSON.stringify(manifest))),
  };
}

const described = (mediaType: string, { digest, bytes }: Archive): object => ({
  mediaType,
  digest,
  size: bytes.length,
});
