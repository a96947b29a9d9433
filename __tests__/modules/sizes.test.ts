import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const GENERATED = join(__dirname, '../../generated');

/** What a person reads of a module in one go, in bytes. */
test.each<[files: readonly string[], most: number]>([
  [
    ['modules/instance-profile/main.tf.json', 'modules/instance-profile/variables.tf.json'],
    29 * 1024,
  ],
  [['modules/s3-access-policy/main.tf.json'], 5 * 1024],
  // in two minutes
  [['variables.tf.json'], 12_000],
  [['README.md'], 15 * 1024],
  [['main.tf.json'], 4_500],
  [['outputs.tf.json'], 4_000],
])('%j can be read', (files, most) => {
  const sizes = files.map((file) => readFileSync(join(GENERATED, file)).length);

  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(most);
});
