import { inputs } from '../../../modules/instance-profile/inputs';
import { instanceProfile } from '../../../modules/instance-profile/module';
import { emittedModule, inputTable, nullableInputs } from '../../fixtures/emitted-module';
import { CORE_INPUTS, ROLE_INPUTS, S3_INPUTS } from '../../fixtures/input-tables';
import { ruleOf } from '../../fixtures/rule-of';

const emitted = emittedModule(instanceProfile);

test('the inputs are these, with these types and defaults', () => {
  expect(inputTable(emitted)).toEqual({
    ...ROLE_INPUTS,
    ...CORE_INPUTS,
    ...S3_INPUTS,
    role_name: ['string', 'SSMInstanceProfile'],
    description: ['string', 'Lets AWS Systems Manager manage EC2 instances.'],
    create_role: ['bool', true],
    existing_role_name: ['string', null],
    create_instance_profile: ['bool', null],
    instance_profile_name: ['string', null],
    s3_policy_name: ['string', null],
    partition: ['string', null],
  });
});

test('null is taken only where it means something', () => {
  expect(nullableInputs(emitted)).toEqual([
    'core_policy',
    'create_instance_profile',
    'existing_role_name',
    'instance_profile_name',
    'partition',
    'permissions_boundary',
    's3_policy_name',
  ]);
});

test('a role that exists is none of AWS', () => {
  const own = ruleOf(inputs.existingRoleName, 'RoleOfAws');

  expect(own.accepts('AWSServiceRoleForAmazonSSM')).toBe(false);
  expect(own.accepts('WebServers')).toBe(true);
});
