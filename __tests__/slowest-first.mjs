import TestSequencer from '@jest/test-sequencer';

/** Suites that take longest; begun last, one of them would keep one worker busy and the others waiting. */
const SLOWEST = [
  'e2e/properties',
  'e2e/lifecycle',
  'e2e/readme',
  'e2e/faults',
  'e2e/conformance',
  'e2e/s3-policies',
  'e2e/shipped-tests',
  'e2e/cdktf',
  'e2e/adding-a-module',
  'e2e/unknown-values',
  'e2e/root-module',
  'e2e/rules',
  'e2e/examples',
  'e2e/user-files',
  'e2e/release',
  'e2e/take-over',
  'e2e/publishing-page',
  'e2e/hostile-files',
  'e2e/site-accessibility',
  'e2e/library',
  'e2e/publish-git',
  'e2e/publish-oci',
];

/** The order of jest, with the slowest suites before all others. */
export default class SlowestFirst extends TestSequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = SLOWEST.findIndex((name) => path.endsWith(`/${name}.test.ts`));
      return at === -1 ? SLOWEST.length : at;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
