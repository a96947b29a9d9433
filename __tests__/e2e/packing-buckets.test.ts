import { ALL_REGIONS, ownBuckets } from './cases/packing';
import type { OwnBucket } from './cases/packing';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';

const REGIONS = ALL_REGIONS.slice(0, 12);
const [FIRST, ...OTHERS] = ownBuckets(16, 60) as [OwnBucket, ...OwnBucket[]];
const ADDED: OwnBucket = { ...FIRST, name: 'added-bucket' };
const BUCKETS = [FIRST, ...OTHERS];

const configuration = (buckets: readonly OwnBucket[]): object => ({
  module: {
    s3: { source: `${MODULES}/s3-access-policy`, regions: REGIONS, s3_buckets: buckets },
  },
});

describeEndToEnd('a bucket that comes or goes', (bench) => {
  test('changes policies in place; only the last ones come and go', async () => {
    const workspace = bench().workspace(configuration(BUCKETS));
    await workspace.init();
    await workspace.apply();
    const changes = async (buckets: readonly OwnBucket[]): Promise<Record<string, string>> => {
      workspace.configure(configuration(buckets));
      const plan = realChanges(await workspace.plan());
      return Object.fromEntries(
        plan.map(({ address, change }) => [
          /\["(\d+)"\]/.exec(address)?.[1] ?? address,
          change.actions.join(' '),
        ]),
      );
    };

    // 16 buckets fill one policy and begin a second, 12 regions fill that and begin a third
    expect(await changes([...BUCKETS, ADDED])).toEqual({ 2: 'update', 3: 'update' });
    expect(await changes([ADDED, ...BUCKETS])).toEqual({ 1: 'update', 2: 'update', 3: 'update' });
    expect(await changes(OTHERS)).toEqual({ 1: 'update', 2: 'update', 3: 'update' });
    expect(await changes([])).toEqual({ 1: 'update', 2: 'update', 3: 'delete' });
  });
});
