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

  test('are the oldest Terraform that the modules declare, the oldest provider of the docs, and the newest', () => {
    const { terraform } = JSON.parse(
      readFileSync(join(PROJECT, 'generated/versions.tf.json'), 'utf8'),
    ) as {
      terraform: { required_version: string; required_providers: { aws: { version: string } } };
    };
    const floor = terraform.required_version.replace('>= ', '').replace(/\.0$/, '');
    const floorOfProvider = terraform.required_providers.aws.version.replace('>= ', '');
    // that of the modules is older, and reads no AWS_ENDPOINT_URL to reach the emulator by
    const page = readFileSync(join(PROJECT, 'docs/terraform.md'), 'utf8');
    const [, recipe = ''] = page.split('\n## Nothing else on the role\n');
    const [, oldest = ''] = /AWS provider\s+(\d+\.\d+) or newer/.exec(recipe) ?? [];

    expect(rows.filter(([, version]) => version !== 'newest').length).toBeGreaterThan(0);
    for (const [, version = '', provider] of rows) {
      expect(version === 'newest' || version.startsWith(`${floor}.`)).toBe(true);
      expect([`${oldest}.0`, '~> 6.0']).toContain(provider);
    }
    expect(oldest.localeCompare(floorOfProvider, 'en', { numeric: true })).toBe(1);
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
