import { inputs } from '../../../modules/s3-access-policy/inputs';
import { s3AccessPolicy } from '../../../modules/s3-access-policy/module';
import { emittedModule, inputTable, nullableInputs } from '../../fixtures/emitted-module';
import { S3_INPUTS } from '../../fixtures/input-tables';

const emitted = emittedModule(s3AccessPolicy);

test('the inputs are these, with these types and defaults', () => {
  expect(inputTable(emitted)).toEqual({
    ...S3_INPUTS,
    policy_name: ['string', 'SSMS3AccessPolicy'],
    path: ['string', '/'],
    description: [
      'string',
      'S3 buckets that AWS Systems Manager reads and writes on managed nodes.',
    ],
    tags: ['map(string)', {}],
    partition: ['string', null],
  });
});

test('null is taken only where it means something', () => {
  expect(nullableInputs(emitted)).toEqual(['partition']);
});

test('name, path and description are those of a policy', () => {
  const codes = [inputs.policyName, inputs.path, inputs.description].map(({ rules }) =>
    rules.map(({ code }) => code),
  );

  expect(codes).toEqual([['S3PolicyName'], ['PolicyPath'], ['Description']]);
});
