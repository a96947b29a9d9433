import { imageRepository } from '../../../publisher/oci/image-repository';

test.each([
  ['ghcr.io/acme/terraform-aws-ssm-iam', 'https://ghcr.io/', 'ghcr.io/acme/terraform-aws-ssm-iam'],
  ['oci://example.com:5000/a/b_c/d', 'https://example.com:5000/', 'example.com:5000/a/b_c/d'],
  ['https://example.com/m', 'https://example.com/', 'example.com/m'],
  ['http://127.0.0.1:5000/m', 'http://127.0.0.1:5000/', '127.0.0.1:5000/m'],
  ['docker.io/acme/m', 'https://registry-1.docker.io/', 'docker.io/acme/m'],
])('%s is at %s', (text, server, shown) => {
  const repository = imageRepository(text);

  expect(String(repository.server)).toBe(server);
  expect(repository.shown).toBe(shown);
  expect(shown.endsWith(`/${repository.name}`)).toBe(true);
});

test.each([
  ['ghcr.io', 'Address'],
  ['ghcr.io/', 'Address'],
  ['ghcr.io/Acme/m', 'Address'],
  ['ghcr.io/acme/m:1.0.0', 'Address'],
  ['ghcr.io/acme/m@sha256:0', 'Address'],
  ['ghcr.io/acme/m?tag=1', 'Address'],
  ['ghcr.io/acme//m', 'Address'],
  ['', 'Address'],
  ['ftp://ghcr.io/acme/m', 'Address'],
  ['https://jane:hunter2@ghcr.io/acme/m', 'Address'],
  ['jane:hunter2@ghcr.io/acme/m', 'Address'],
  ['http://registry.example.com/m', 'PlainHttp'],
])('"%s" is refused with %s, and no password shown', (text, code) => {
  expect(() => imageRepository(text)).toThrow(`[${code}]`);
  expect(() => imageRepository(text)).not.toThrow('hunter2');
});
