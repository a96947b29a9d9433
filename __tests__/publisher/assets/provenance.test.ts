import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { provenanceStatement } from '../../../publisher/assets/provenance';
import { PROJECT } from '../../fixtures/source-files';

const commit = '0123456789012345678901234567890123456789';
const release = { version: '1.2.3', tag: 'v1.2.3', commit };
const materials = {
  source: 'git+https://example.com/acme/ssm-iam',
  lockFile: Buffer.from('abc'),
  builder: { id: 'urn:ssm-iam:built-by-hand:1' },
};
const run = { id: 'https://example.com/builder', invocationId: 'https://example.com/runs/1' };
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

const schema = JSON.parse(
  readFileSync(join(__dirname, '../../fixtures/schemas/slsa-provenance.schema.json'), 'utf8'),
) as object;
const validate = addFormats(new Ajv({ allErrors: true, strict: false })).compile(schema);

const statement = (builder: { id: string; invocationId?: string } = materials.builder): object =>
  provenanceStatement({ 'a.zip': Buffer.from('abc') }, release, { ...materials, builder });

test('the statement says what was made, from what, and how', () => {
  expect(statement()).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'a.zip', digest: { sha256: ABC } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'urn:ssm-iam:release-assets:1',
        externalParameters: { version: '1.2.3', tag: 'v1.2.3' },
        resolvedDependencies: [
          {
            uri: 'git+https://example.com/acme/ssm-iam@refs/tags/v1.2.3',
            digest: { gitCommit: commit },
          },
          {
            uri: `git+https://example.com/acme/ssm-iam@${commit}#package-lock.json`,
            digest: { sha256: ABC },
          },
        ],
      },
      runDetails: { builder: { id: 'urn:ssm-iam:built-by-hand:1' } },
    },
  });
});

test('a run has its address', () => {
  expect(statement(run)).toMatchObject({
    predicate: {
      runDetails: {
        builder: { id: 'https://example.com/builder' },
        metadata: { invocationId: 'https://example.com/runs/1' },
      },
    },
  });
});

test('the statement has the shape of in-toto and SLSA', () => {
  for (const one of [statement(), statement(run)]) {
    validate(one);

    expect(validate.errors).toBeNull();
  }
});

test.each<[readonly (string | number)[], unknown]>([
  [['_type'], 'https://in-toto.io/Statement/v0.1'],
  [['subject'], []],
  [['subject', 0, 'digest'], {}],
  [['subject', 0, 'digest', 'sha256'], 'sha256:ba78'],
  [['predicate', 'buildDefinition', 'externalParameters'], undefined],
  [['predicate', 'buildDefinition', 'buildType'], 'by hand'],
  [['predicate', 'runDetails', 'builder'], 'me'],
  [['predicate', 'runDetails', 'metadata'], { invocationID: 'x' }],
])('with another %j it has not', (path, value) => {
  const wrong: unknown = structuredClone(statement());
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], wrong);
  (holder as Record<string, unknown>)[path.at(-1) ?? ''] = value;

  expect(validate(wrong)).toBe(false);
});

test('docs/provenance.md says what the URIs of ours mean', () => {
  const page = readFileSync(join(PROJECT, 'docs/provenance.md'), 'utf8');

  expect(page).toContain('`urn:ssm-iam:release-assets:1`');
  expect(page).toContain('`urn:ssm-iam:built-by-hand:1`');
});
