import { blocks, flat, forEach, ourModule, publicModule } from '../../bench/configurations';

/** How often a pattern is found. */
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

test('flat: a role, a profile and three attachments for each name', () => {
  const { hcl, resources, module } = flat(20);

  expect(count(hcl, /^resource "aws_iam_role" "node-0\d\d" /gm)).toBe(20);
  expect(count(hcl, /^resource "aws_iam_instance_profile" /gm)).toBe(20);
  expect(count(hcl, /^resource "aws_iam_role_policy_attachment" /gm)).toBe(60);
  expect(resources).toBe(100);
  expect(module).toBeUndefined();
});

describe.each([
  ['ours', ourModule('/ours')],
  ['the public module', publicModule('/theirs')],
])('%s', (_, module) => {
  test('is called once with `for_each` over all names', () => {
    const configuration = forEach(module, 20);

    expect(count(configuration.hcl, /^module /gm)).toBe(1);
    expect(count(configuration.hcl, /"node-0\d\d"/g)).toBe(20);
    expect(configuration.hcl).toContain('role_name = each.key');
    expect(configuration).toMatchObject({ resources: 100, module: module.folder });
  });

  test('is called in a block for each name', () => {
    const configuration = blocks(module, 20);

    expect(count(configuration.hcl, /^module "node-0\d\d" /gm)).toBe(20);
    expect(count(configuration.hcl, /role_name = "node-0\d\d"/g)).toBe(20);
    expect(configuration).toMatchObject({ resources: 100, module: module.folder });
  });
});

test('the public module attaches the same policies, and trusts EC2 with the same action alone', () => {
  const arns = /arn:aws:iam::aws:policy\/\w+/g;
  const { inputs } = publicModule('');

  expect(inputs.match(arns)).toEqual(flat(1).hcl.match(arns));
  expect(inputs).toContain('trusted_role_actions = []');
  expect(inputs).toContain('trusted_role_services = ["ec2.amazonaws.com"]');
});
