import { imageOf } from '../../../publisher/oci/image';
import { aContract } from '../../fixtures/contracts';
import { parcelOf } from '../../fixtures/parcel';

const CONTRACT = JSON.stringify({ ...aContract(), name: 'm', summary: 'A module.' });

const manifestOf = async (files: Record<string, string>): Promise<Record<string, unknown>> =>
  JSON.parse(imageOf(await parcelOf('1.0.0', files)).manifest.bytes.toString('utf8')) as Record<
    string,
    unknown
  >;

test('an image is what OpenTofu documents', async () => {
  const parcel = await parcelOf('1.0.0', {
    'interface.json': CONTRACT,
    LICENSE: '    Apache License\n  Version 2.0, January 2004\n',
  });
  const { zip } = parcel.archives;

  expect(JSON.parse(imageOf(parcel).manifest.bytes.toString('utf8'))).toEqual({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    artifactType: 'application/vnd.opentofu.modulepkg',
    // the empty descriptor of the image specification
    config: {
      mediaType: 'application/vnd.oci.empty.v1+json',
      digest: 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      size: 2,
    },
    layers: [{ mediaType: 'archive/zip', digest: zip.digest, size: zip.bytes.length }],
    annotations: {
      'org.opencontainers.image.version': '1.0.0',
      'org.opencontainers.image.revision': 'c0ffee0000000000000000000000000000000000',
      'org.opencontainers.image.created': '2026-03-01T12:00:00Z',
      'org.opencontainers.image.title': 'm',
      'org.opencontainers.image.description': 'A module.',
      'org.opencontainers.image.licenses': 'Apache-2.0',
    },
  });
});

test('nothing is said about a licence or a module that is not known', async () => {
  const { annotations } = await manifestOf({ LICENSE: 'All rights reserved.' });

  expect(Object.keys(annotations as object)).toHaveLength(3);
});
