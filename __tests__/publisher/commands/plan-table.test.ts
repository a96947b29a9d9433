import { createColors } from 'picocolors';
import { planTable } from '../../../publisher/commands/plan-table';
import type { PublishPlan } from '../../../publisher/plan';

const PLAN: PublishPlan = {
  schema_version: 1,
  target: 'hcp',
  destination: 'https://app.example.com/acme',
  version: '1.2.3',
  commit: '0123456789abcdef0123456789abcdef01234567',
  digests: { tarball: `sha256:${'1'.repeat(64)}`, zip: `sha256:${'2'.repeat(64)}` },
  steps: [
    { action: 'create', subject: 'version 1.2.3' },
    { action: 'upload', subject: 'the archive', digest: `sha256:${'1'.repeat(64)}`, bytes: 1234 },
  ],
};

const lines = (plan: PublishPlan, coloured = false): string[] =>
  planTable(plan, createColors(coloured)).split('\n');

test('says what goes where, step by step, with both digests in full', () => {
  const text = lines(PLAN);

  expect(text[0]).toBe('1.2.3 (0123456789ab) to hcp: https://app.example.com/acme');
  expect(text.filter((line) => line.startsWith('│')).map((line) => line.split(/[\s│]+/))).toEqual([
    ['', 'Step', 'What', 'Bytes', 'Digest', ''],
    ['', 'create', 'version', '1.2.3', ''],
    ['', 'upload', 'the', 'archive', '1234', 'sha256:111111111111', ''],
  ]);
  expect(text.slice(-2)).toEqual([
    `tar.gz sha256:${'1'.repeat(64)}`,
    `zip    sha256:${'2'.repeat(64)}`,
  ]);
});

test('has colours only where they are wanted', () => {
  expect(lines(PLAN, true)[0]).toContain('\u001b[1m1.2.3');
  expect(lines(PLAN).join('')).not.toContain('\u001b');
});
