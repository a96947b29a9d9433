import { Construct } from 'constructs';
import { LONGEST_POLICY, MOST_ATTACHED, cutIntoPolicies } from '../../../modules/iam/packing';
import type { Cuts } from '../../../modules/iam/packing';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

// that the cuts are right is for Terraform to say: see e2e/packing.test.ts
const newFolder = temporaryFolders();
let cuts: Cuts | undefined;
const { locals = {} } = emittedStack(newFolder(), (stack) => {
  cuts = cutIntoPolicies(new Construct(stack, 'Default'), 'row', 'var.sizes');
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
test('the limits are those of IAM', () => {
  expect({ LONGEST_POLICY, MOST_ATTACHED }).toEqual({ LONGEST_POLICY: 6144, MOST_ATTACHED: 25 });
});

test('the work lies open in locals that are named after the row', () => {
  expect(Object.keys(locals).sort()).toEqual([
    '//',
    'row_ends',
    'row_sizes',
    'row_starts',
    'row_sums',
  ]);
  expect(locals.row_sizes).toBe('${var.sizes}');
  expect(cuts?.starts).toBe('local.row_starts');
  expect(cuts?.endOf('start')).toBe('local.row_ends[start]');
});

test('a policy takes what the frame leaves, and one character for the comma that is not there', () => {
  const frame = '{"Statement":[],"Version":"2012-10-17"}';

  expect(String(locals.row_ends)).toContain(`<= ${LONGEST_POLICY - frame.length + 1}`);
});

test('one policy more than IAM attaches is found, so that it can be refused', () => {
  const listed = /\[0((?:, s\d+)+)\]/.exec(String(locals.row_starts))?.[1] ?? '';

  expect(listed.split(', ').slice(1)).toHaveLength(MOST_ATTACHED);
});

test('who reads the locals is told what they are', () => {
  expect(locals['//']).toEqual({
    row_sizes: expect.stringMatching(/at most 6144 characters/) as string,
  });
});
