import {
  addressesOf,
  fromArchive,
  fromRegistry,
  takesFromRegistry,
  usage,
  withRegistry,
} from '../../../publisher/site/usage';

const ORIGIN = {
  url: 'https://example.com/base',
  source: 'example.com/acme/ssm-iam/aws',
  version: '1.2.3',
  archive: 'v1/x/module.tar.gz',
  digest: 'sha256:abc',
};
const addresses = addressesOf(ORIGIN, 'modules/one');

test.each([
  ['1.2.3', '~> 1.2'],
  ['0.2.3', '~> 0.2.3'],
  ['1.0.0-rc.1', '1.0.0-rc.1'],
])('%s is asked for as %s', (version, constraint) => {
  expect(addressesOf({ ...ORIGIN, version }, '').constraint).toBe(constraint);
});

test('the folder of a module stands where go-getter looks for it', () => {
  expect(addresses).toEqual({
    registry: 'example.com/acme/ssm-iam/aws//modules/one',
    constraint: '~> 1.2',
    archive: 'https://example.com/base/v1/x/module.tar.gz//modules/one?checksum=sha256:abc',
  });
  expect(addressesOf(ORIGIN, '').registry).toBe(ORIGIN.source);
});

test('a README has the address of the registry', () => {
  const text = 'As it stands.\n"NAMESPACE/ssm-iam/aws//modules/x" NAMESPACE/ssm-iam/aws';

  expect(withRegistry(text, 'h/$&/n/s')).toBe('As it stands.\n"h/$&/n/s//modules/x" h/$&/n/s');
});

const CALL = `module "a" {
  source  = "example.com/acme/ssm-iam/aws//modules/one"
  version = "~> 0.1.0"

  name = "x"
}
`;

test('versions are those of the release', () => {
  expect(fromRegistry(CALL, addresses)).toBe(CALL.replace('~> 0.1.0', '~> 1.2'));
});

test.each(['../..', './modules/one', './one'])('%s is the module at hand', (folder) => {
  expect(fromRegistry(`module "a" {\n  source = "${folder}"\n\n  b = 1\n}`, addresses)).toBe(
    `module "a" {\n  source  = "example.com/acme/ssm-iam/aws//modules/one"\n  version = "~> 1.2"\n\n  b = 1\n}`,
  );
});

test('addresses of others stay', () => {
  const others = `module "a" {
  source  = "terraform-aws-modules/iam/aws"
  version = "~> 5.0"
}
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
`;

  expect(fromRegistry(others, addresses)).toBe(others);
  expect(fromArchive(others, addresses)).toBe(others);
  expect(takesFromRegistry(others, addresses)).toBe(false);
});

test('without a registry there is no version', () => {
  expect(takesFromRegistry(CALL, addresses)).toBe(true);
  expect(fromArchive(CALL, addresses)).toBe(
    `module "a" {\n  source = "${addresses.archive}"\n\n  name = "x"\n}\n`,
  );
});

test('both ways are shown', () => {
  const { text } = usage(CALL, addresses);

  expect(text).toContain('version = &quot;~&gt; 1.2&quot;');
  expect(text).toContain('?checksum=sha256:abc&quot;');
});
