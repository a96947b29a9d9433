import {
  marker,
  parseNote,
  parseVersions,
  releaseNote,
  sourcePage,
  versionList,
} from '../../../publisher/static/documents';
import { registryOf } from '../../../publisher/static/registry';

const below = registryOf('https://modules.example.com/tf', 'acme');
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const note = {
  schema_version: 1,
  version: '1.2.3',
  commit: 'c0ffee',
  date: '2026-03-01T12:00:00Z',
  digest,
} as const;
const parsed = (text: string): unknown => JSON.parse(text);

test('Terraform gets a whole address, from a page', () => {
  expect(sourcePage(below, note)).toContain(
    `<meta name="terraform-get" content="https://modules.example.com/tf/v1/modules/acme/ssm-iam/aws/1.2.3/module.tar.gz?checksum=${digest}"/>`,
  );
});

test('the marker names the address and the namespace', () => {
  expect(parsed(marker(below))).toEqual({
    schema_version: 1,
    url: 'https://modules.example.com/tf',
    namespace: 'acme',
    source: 'modules.example.com/acme/ssm-iam/aws',
  });
});

test('what is written is read', () => {
  expect(parseVersions('x', versionList(['1.2.3', '1.0.0']))).toEqual(['1.2.3', '1.0.0']);
  expect(parseNote('x', releaseNote(note))).toEqual(note);
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{}',
  '{"modules":[{}]}',
  '{"modules":[{"versions":[{}]}]}',
  '{"modules":[{"versions":5}]}',
  '{"modules":[{"versions":[null]}]}',
  '{"modules":[{"versions":[{"version":"../x"}]}]}',
])('%s is no list of versions', (text) => {
  expect(() => parseVersions('public/versions', text)).toThrow(
    /^public\/versions must hold .+, got something else; restore the file \[BrokenFolder\]$/,
  );
});

test.each(['', '[]', '{"version":"1.2.3","commit":"a","date":"b"}'])(
  '%s is no release note',
  (text) => {
    expect(() => parseNote('public/release.json', text)).toThrow(
      expect.objectContaining({ code: 'BrokenFolder' }) as Error,
    );
  },
);
