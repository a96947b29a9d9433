import type { Step, Task } from '../../publisher/plan';
import { publishPlan, refuseUnfinished, refuseUnreviewed } from '../../publisher/publish';
import type { Parcel, Target } from '../../publisher/target';
import { usageError } from '../fixtures/usage-error';

const PARCEL: Parcel = {
  release: { version: '1.0.0', tag: 'v1.0.0', commit: 'c0ffee', date: '', files: {} },
  archives: {
    tarball: { bytes: Buffer.from(''), digest: 'sha256:1' },
    zip: { bytes: Buffer.from(''), digest: 'sha256:2' },
  },
};

const upload: Step = { action: 'upload', subject: 'the archive', digest: 'sha256:1' };
const tag: Step = { action: 'tag', subject: 'v1.0.0' };
const STEPS = [upload, tag];

/** A target that remembers. */
class Shelf implements Target {
  readonly destination = 'shelf';
  readonly done: Step[] = [];

  plan(): Promise<Task[]> {
    const left = STEPS.filter((step) => !this.done.includes(step));
    const run = (step: Step): Promise<void> => {
      this.done.push(step);
      return Promise.resolve();
    };
    return Promise.resolve(left.map((step) => ({ ...step, run: () => run(step) })));
  }

  async perform(action: Step['action']): Promise<void> {
    await (await this.plan()).find((task) => task.action === action)?.run();
  }
}

const planOf = async (shelf: Shelf) => publishPlan('shelf', shelf, PARCEL, await shelf.plan());

test('a plan says what goes where', async () => {
  expect(await planOf(new Shelf())).toEqual({
    schema_version: 1,
    target: 'shelf',
    destination: 'shelf',
    version: '1.0.0',
    commit: 'c0ffee',
    digests: { tarball: 'sha256:1', zip: 'sha256:2' },
    steps: STEPS,
  });
});

test('what was done is not believed but looked up', async () => {
  const shelf = new Shelf();
  await shelf.perform('upload');
  await shelf.perform('tag');

  await refuseUnfinished(shelf, PARCEL);
  await expect(refuseUnfinished(new Shelf(), PARCEL)).rejects.toThrow(
    'shelf must hold 1.0.0 by now, got one where "upload the archive" is still to do; run this again [NotPublished]',
  );
});

describe('a reviewed plan', () => {
  test('may say more than is left', async () => {
    const reviewed = await planOf(new Shelf());
    const shelf = new Shelf();
    await shelf.perform('upload');

    refuseUnreviewed(await planOf(shelf), reviewed);
    refuseUnreviewed(reviewed, reviewed);
  });

  test.each([
    ['another version', { version: '1.0.1' }],
    ['another destination', { destination: 'elsewhere' }],
    ['another target', { target: 'floor' }],
    ['another commit', { commit: 'decaf' }],
    ['another digests', { digests: { tarball: 'sha256:1', zip: 'sha256:3' } }],
    ['the step "tag v1.0.0"', { steps: [upload] }],
    ['the step "upload the archive"', { steps: [{ ...upload, digest: 'sha256:9' }, tag] }],
  ])('refuses %s', async (what, change) => {
    const plan = await planOf(new Shelf());

    expect(() => {
      refuseUnreviewed(plan, { ...plan, ...change });
    }).toThrow(
      usageError(
        'PlanStale',
        expect.stringContaining(`got ${what} that it does not name`) as string,
      ),
    );
  });
});
