import { caseInTerraform } from '../../generator/cases';
import { exampleInputs } from '../fixtures/example-module';

const words = { title: 'A', text: 'B.', procedure: 'C', see: 'https://example.com' };

test('a case is told in the words of Terraform', () => {
  const one = {
    ...words,
    inputs: { thingName: 'lamp' },
    toTheLetter: { nickName: 'light' },
    differs: [],
  };

  expect(caseInTerraform(one, exampleInputs)).toEqual({
    ...words,
    inputs: { thing_name: 'lamp' },
    toTheLetter: { nick_name: 'light' },
  });
});

test('a case that is the page to the letter adds nothing', () => {
  const { toTheLetter } = caseInTerraform({ ...words, inputs: {}, differs: [] }, exampleInputs);

  expect(toTheLetter).toEqual({});
});
