import { editionsOf } from '../../../publisher/site/edition';
import { interfacePage } from '../../../publisher/site/interface-page';
import { pageText } from '../../../publisher/site/layout';
import {
  contractsOf,
  generatedFiles,
  releaseOf,
  siteOf,
  withContract,
} from '../../fixtures/site-releases';
import type { Files } from '../../../files';

function page(module: string, files: Files = generatedFiles()): string {
  const [edition] = editionsOf(siteOf(releaseOf('1.0.0', '2026-01-01', files)));
  const located = edition?.modules.find((one) => one.contract.name === module);
  return edition && located ? pageText(interfacePage(edition, located)) : '';
}

const anchors = (text: string, kind: string): string[] =>
  [...text.matchAll(new RegExp(`<tr [^>]*id="${kind}_([^"]*)"`, 'g'))].map(([, name = '']) => name);

test('all inputs and outputs are told, those that are required first', () => {
  // one that is late in the alphabet
  const files = withContract(generatedFiles(), 'automation-user-access', ({ inputs }) => ({
    inputs: inputs.map((one) => (one.name === 'users' ? { ...one, required: true } : one)),
  }));
  const { inputs, outputs } = contractsOf(files)('automation-user-access');
  const others = inputs.filter(({ required }) => !required).map(({ name }) => name);
  const text = page('automation-user-access', files);

  expect(anchors(text, 'input')).toEqual(['automation_role_arn', 'users', ...others]);
  expect(text).toMatch(/id="input_users">.*<strong>required<\/strong>/);
  expect(anchors(text, 'output')).toEqual(outputs.map(({ name }) => name));
});

test('each rule, attribute, floor and resource is told', () => {
  const contract = contractsOf(generatedFiles())('instance-profile');
  const text = page('instance-profile');
  const rules = contract.inputs.flatMap((input) => input.rules);

  expect(rules.length).toBeGreaterThan(20);
  expect(text.match(/">[A-Z]\w+<\/a>\)<\/li>/g)).toHaveLength(rules.length);
  expect(text).toContain('7 attributes of <code>s3_buckets</code>');
  expect(text).toContain('<code>list(object)</code>');
  expect(text).toContain('Type of s3_buckets"><code>list(object({ name = string,');
  expect(text).toContain('<dt>Terraform</dt><dd>1.5.0 or newer');
  for (const { code } of contract.requirements) {
    expect(text).toContain(`>${code}</th>`);
  }
  for (const address of contract.addresses) {
    expect(text).toContain(`<code>${address}</code>`);
  }
});

test('what comes from the contract is text', () => {
  const files = withContract(generatedFiles(), 's3-access-policy', ({ inputs: [first] }) => ({
    inputs:
      first === undefined
        ? []
        : [
            {
              ...first,
              name: 'a"><script>',
              description: '<script>x</script>',
              default: '</code><b>',
              sensitive: true,
            },
          ],
    outputs: [],
  }));
  const text = page('s3-access-policy', files);

  expect(text).not.toMatch(/<script|<b>/);
  expect(text).toContain('&lt;script&gt;x&lt;/script&gt; Sensitive.');
  expect(text).toContain('1 rule for');
  expect(text).toContain('<p>It gives none.</p>');
});
