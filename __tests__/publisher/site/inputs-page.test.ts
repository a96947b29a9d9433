import { inputsPage } from '../../../publisher/site/inputs-page';
import { pageText } from '../../../publisher/site/layout';
import { contractsOf, generatedFiles, withContract } from '../../fixtures/site-releases';
import { codes, edition, elements, part, texts } from '../../fixtures/site-reader';

const page = (module: string, files = generatedFiles()): string =>
  part(pageText(inputsPage(edition(files))), module);
/** Names of what has an anchor of its own. */
const names = (text: string, anchors: string): string[] =>
  elements(text, 'tr')
    .map(({ id }) => id ?? '')
    .filter((id) => id.startsWith(anchors))
    .map((id) => id.slice(anchors.length));

test('all inputs and outputs are told, required ones first', () => {
  // one that is late in the alphabet
  const files = withContract(generatedFiles(), 'automation-user-access', ({ inputs }) => ({
    inputs: inputs.map((one) => (one.name === 'users' ? { ...one, required: true } : one)),
  }));
  const { inputs, outputs } = contractsOf(files)('automation-user-access');
  const others = inputs.filter(({ required }) => !required).map(({ name }) => name);
  const text = page('automation-user-access', files);

  expect(names(text, 'automation-user-access-input-')).toEqual([
    'automation_role_arn',
    'users',
    ...others,
  ]);
  expect(texts(text, 'tr#automation-user-access-input-users td')[0]).toBe('required');
  expect(names(text, 'automation-user-access-output-')).toEqual(outputs.map(({ name }) => name));
});

test('each rule, attribute, floor and resource is told', () => {
  const contract = contractsOf(generatedFiles())('instance-profile');
  const text = page('instance-profile');
  const lines = texts(text, 'td li');

  for (const { rules, attributes } of contract.inputs) {
    for (const { must, remedy, code } of rules) {
      expect(lines.join('\n')).toContain(`${must}; ${remedy} (${code})`);
    }
    for (const { name, type } of attributes) {
      expect(lines.some((line) => line.startsWith(`${name}: ${type}, `))).toBe(true);
    }
  }
  expect(texts(text, 'tbody th')).toEqual(
    expect.arrayContaining(contract.requirements.map(({ code }) => code)),
  );
  expect(texts(text, 'details > ul li')).toEqual(expect.arrayContaining([...contract.addresses]));
  expect(texts(text, 'dd')[0]).toBe('1.5.0 or newer, for check blocks');
});

test('a type with attributes is short in the table, and whole below it', () => {
  const text = page('instance-profile');

  expect(texts(text, 'tr#instance-profile-input-s3_buckets th')).toEqual([
    's3_bucketslist(object)',
  ]);
  expect(codes(text).some((code) => code.startsWith('list(object({ name = string,'))).toBe(true);
});
