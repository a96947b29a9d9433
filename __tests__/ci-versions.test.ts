import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipelineJobs, workflows } from './fixtures/ci-files';
import { PROJECT } from './fixtures/source-files';

describe('the versions that are tested', () => {
  type Row = Readonly<Record<'product' | 'version' | 'provider', string>>;
  const ofGithub = (
    workflows().find(({ file }) => file === 'ci.yml')?.content.jobs.versions?.strategy?.matrix as {
      readonly include: readonly Row[];
    }
  ).include;
  const rows = ofGithub.map(({ product, version, provider }) => [product, version, provider]);

  test('are the floors that the modules declare, and the newest', () => {
    const { terraform } = JSON.parse(
      readFileSync(join(PROJECT, 'generated/versions.tf.json'), 'utf8'),
    ) as {
      terraform: { required_version: string; required_providers: { aws: { version: string } } };
    };
    const floor = terraform.required_version.replace('>= ', '').replace(/\.0$/, '');
    const floorOfProvider = terraform.required_providers.aws.version.replace('>= ', '');

    expect(rows.filter(([, version]) => version !== 'newest').length).toBeGreaterThan(0);
    for (const [, version = '', provider] of rows) {
      expect(version === 'newest' || version.startsWith(`${floor}.`)).toBe(true);
      expect([floorOfProvider, '~> 6.0']).toContain(provider);
    }
  });

  test('are the same on both', () => {
    const { versions } = Object.fromEntries(pipelineJobs());
    const ofGitlab = (versions?.parallel?.matrix ?? []).flatMap(({ PRODUCT, VERSION, PROVIDER }) =>
      PRODUCT.flatMap((product) =>
        VERSION.flatMap((version) => PROVIDER.map((provider) => [product, version, provider])),
      ),
    );

    expect(ofGitlab).toEqual(rows);
  });
});
