import { imageOf } from '../../../publisher/oci/image';
import { parcelOf } from '../../fixtures/parcel';

test('an image is what OpenTofu documents', async () => {
  const parcel = await parcelOf('1.0.0', { 'main.tf.json': '{}' });
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
    },
  });
});
