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

/** The places in the list of starts that are followed, as how many jumps from 0 each is. */
function jumps(expression: string): number[] {
  const [, strides = '', steps = ''] =
    /\[\[for at in \[(.*?)\] : \[(at.*?)\]\], stride/.exec(expression) ?? [];
  const [, last = ''] = /\]\], (stride[^,]*?0\]+?)\]\]\]\)/.exec(expression) ?? [];
  const stride = deep(
    /for stride in \[\[for at in step : (.*?)\]\] :/.exec(expression)?.[1],
    'step',
  );
  const far = strides.split(', ').map((at) => deep(at, 'stride') * (stride + 1));
  const near = steps.split(', ').map((at) => deep(at, 'step'));
  return [
    ...far.flatMap((from) => near.map((on) => from + on)),
    deep(last, 'stride') * (stride + 1),
  ];
}

const deep = (place = '', list: string): number => place.split(`${list}[`).length - 1;

test('one policy more than IAM attaches is found, so that it can be refused', () => {
  expect(jumps(String(locals.row_starts))).toEqual(
    Array.from({ length: MOST_ATTACHED + 1 }, (_, jump) => jump),
  );
});

test('who reads the locals is told what they are', () => {
  expect(locals['//']).toEqual({
    row_sizes: expect.stringMatching(/at most 6144 characters/) as string,
  });
});
