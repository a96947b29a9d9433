import { domain } from '../../../modules/instance-profile/domain';
import { permissionsOf } from '../../../modules/iam/permissions/domain';

const { overview, sections } = domain;
const told = sections.slice(sections.indexOf('## Do you need an instance profile?')).join('\n\n');

/** What a node may do with the default policy, on everything. */
const core = permissionsOf(domain)
  .managed_policies.AmazonSSMManagedInstanceCore?.statements.filter(
    ({ Resource }) => Resource.join() === '*',
  )
  .flatMap(({ Action }) => Action);

test('the README begins with whether an instance profile is needed at all, and tells it below', () => {
  expect(overview).toMatch(/\(#do-you-need-an-instance-profile\)$/);
  expect(told).toContain('## Do you need an instance profile?\n\nNot always. AWS recommends');
});

test('what it says of the core policy stands in that policy', () => {
  const said = [...told.matchAll(/`(ssm:\w+)`/g)].map(([, action]) => action);

  expect(said).toEqual(['ssm:UpdateInstanceInformation', 'ssm:GetParameter', 'ssm:GetParameters']);
  expect(core).toEqual(expect.arrayContaining(said));
});
