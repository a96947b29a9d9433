import { checksums, sha256 } from '../../../publisher/assets/checksums';

test('a digest is that of FIPS 180', () => {
  expect(sha256(Buffer.from('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('a line has the digest, two spaces and the name', () => {
  expect(checksums({ 'b.zip': Buffer.from('abc'), 'a.zip': Buffer.alloc(0) })).toBe(
    `ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.zip
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.zip
`,
  );
});
