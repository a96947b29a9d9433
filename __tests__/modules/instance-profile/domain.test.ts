import { domain } from '../../../modules/instance-profile/domain';
import { permissionsOf } from '../../../modules/iam/permissions/domain';

const { overview } = domain;

/** What a node may do with the default policy, on everything. */
const core = permissionsOf(domain)
  .managed_policies.AmazonSSMManagedInstanceCore?.statements.filter(
    ({ Resource }) => Resource.join() === '*',
  )
  .flatMap(({ Action }) => Action);

test('the README asks whether an instance profile is needed, behind the legend', () => {
  expect(overview).toMatch(
    /^Solid lines apply by default\. .*\n\n## Do you need an instance profile\?\n\nNot always\. AWS recommends \[Default Host/,
  );
});

test('what it says of the core policy stands in that policy', () => {
  const said = [...overview.matchAll(/`(ssm:\w+)`/g)].map(([, action]) => action);

  expect(said).toEqual(['ssm:UpdateInstanceInformation', 'ssm:GetParameter', 'ssm:GetParameters']);
  expect(core).toEqual(expect.arrayContaining(said));
});
