import { archivesOf } from '../../../publisher/archive';
import { unpack } from '../../../publisher/static/unpack';

const long = `modules/${'a'.repeat(90)}/${'b'.repeat(90)}.tf`;
const files = { 'README.md': 'Größe ✓\n', 'empty.tf': '', [long]: 'x'.repeat(100_000) };

test('what was packed is unpacked', async () => {
  const { tarball } = await archivesOf(files);

  expect(await unpack(tarball.bytes)).toEqual(files);
});

test('what is no archive is refused', async () => {
  await expect(unpack(Buffer.from('no archive'))).rejects.toThrow();
});
