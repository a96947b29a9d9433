import { digestOf } from '../archive';
import { modulesIn } from '../module-interface';
import type { Files } from '../../files';
import type { Parcel } from '../target';

export const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';

/** What an image consists of: some bytes and their digest, a name for each. */
export interface Part {
  readonly name: 'configuration' | 'archive' | 'manifest';
  readonly bytes: Buffer;
  readonly digest: string;
}

/** A module as OpenTofu takes it from a registry of images. */
export interface Image {
  readonly blobs: readonly [Part, Part];
  readonly manifest: Part;
}

/**
 * The image of a release: the same on any machine and in any registry.
 *
 * @see https://opentofu.org/docs/cli/oci_registries/module-package/
 */
export function imageOf({ release, archives }: Parcel): Image {
  const configuration = part('configuration', Buffer.from('{}'));
  const archive: Part = { name: 'archive', ...archives.zip };
  const { version, commit, date, files } = release;
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType: 'application/vnd.opentofu.modulepkg',
    config: described('application/vnd.oci.empty.v1+json', configuration),
    layers: [described('archive/zip', archive)],
    annotations: {
      'org.opencontainers.image.version': version,
      'org.opencontainers.image.revision': commit,
      'org.opencontainers.image.created': date,
      ...about(files),
    },
  };
  return {
    blobs: [configuration, archive],
    manifest: part('manifest', Buffer.from(JSON.stringify(manifest))),
  };
}

const part = (name: Part['name'], bytes: Buffer): Part => ({
  name,
  bytes,
  digest: digestOf(bytes),
});

const described = (mediaType: string, { digest, bytes }: Part): object => ({
  mediaType,
  digest,
  size: bytes.length,
});

/** What the release says about itself. */
function about(files: Files): Record<string, string> {
  const contract = modulesIn(files).find(({ folder }) => folder === '')?.contract;
  const isApache = /Apache License\s+Version 2\.0/.test(files.LICENSE ?? '');
  return {
    ...(contract !== undefined && {
      'org.opencontainers.image.title': contract.name,
      'org.opencontainers.image.description': contract.summary,
    }),
    ...(isApache && { 'org.opencontainers.image.licenses': 'Apache-2.0' }),
  };
}
