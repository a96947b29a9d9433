import { hybridServiceRole } from '../../../modules/hybrid-service-role/module';
import { emittedModule, inputTable, nullableInputs } from '../../fixtures/emitted-module';
import { CORE_INPUTS, ROLE_INPUTS, S3_INPUTS } from '../../fixtures/input-tables';

const emitted = emittedModule(hybridServiceRole);

test('the inputs are these, with these types and defaults', () => {
  expect(inputTable(emitted)).toEqual({
    ...ROLE_INPUTS,
    ...CORE_INPUTS,
    ...S3_INPUTS,
    role_name: ['string', 'SSMServiceRole'],
    description: ['string', 'Lets AWS Systems Manager manage servers and VMs outside EC2.'],
    confused_deputy_protection: ['bool', true],
    s3_policy_name: ['string', null],
    partition: ['string', null],
    account_id: ['string', null],
  });
});

test('null is taken only where it means something', () => {
  expect(nullableInputs(emitted)).toEqual([
    'account_id',
    'core_policy',
    'partition',
    'permissions_boundary',
    's3_policy_name',
  ]);
});
