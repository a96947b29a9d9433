import { callIn, fromRegistry, withRegistry } from '../../../publisher/site/usage';
import { SOURCE } from '../../fixtures/site-releases';
import { edition } from '../../fixtures/site-reader';

const all = edition();
const instances = all.modules().find(({ contract }) => contract.name === 'instance-profile');
const OWN = instances ?? { folder: '', contract: undefined as never };
const INSTANCES = `source  = "${SOURCE}//modules/instance-profile"\n  version = "~> 1.0"`;

test('a text has the address of the registry', () => {
  const text = '"NAMESPACE/ssm-iam/aws//modules/x" NAMESPACE/ssm-iam/aws';

  expect(withRegistry(text, 'h/$&/n/s')).toBe('"h/$&/n/s//modules/x" h/$&/n/s');
});

test.each([
  ['NAMESPACE/ssm-iam/aws//modules/instance-profile"\n  version = "~> 0.1.0', INSTANCES],
  ['../..', INSTANCES],
  ['./modules/instance-profile', INSTANCES],
  ['./ssm-iam//modules/instance-profile', INSTANCES],
  ['../hybrid-service-role', INSTANCES.replace('instance-profile', 'hybrid-service-role')],
  ['./ssm-iam', `source  = "${SOURCE}"\n  version = "~> 1.0"`],
])('%s is taken from here', (address, expected) => {
  expect(fromRegistry(`module "a" {\n  source = "${address}"\n\n  b = 1\n}`, all, OWN)).toBe(
    `module "a" {\n  ${expected}\n\n  b = 1\n}`,
  );
});

test('addresses of others stay', () => {
  const others = `module "a" {
  source  = "terraform-aws-modules/iam/aws"
  version = "~> 5.0"
}
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
`;

  expect(fromRegistry(others, all, OWN)).toBe(others);
});

test('the call of a module is the first of its README', () => {
  const text =
    '# x\n\n```hcl\na\n```\n\n## Usage\n\nLook:\n\n```hcl\nb {\n}\n```\n\n```hcl\nc\n```\n';

  expect(callIn(edition({ 'README.md': text }), { ...OWN, folder: '' })).toBe('b {\n}');
  expect(callIn(edition({}), OWN)).toBeUndefined();
});
