import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { RANGES } from './input-sets';
import type { Range } from './texts';

/** Inputs of one module call, in Terraform's words; null leaves an input out, or is a value of it. */
export type InputSet = Readonly<Record<string, unknown>>;

type Part = keyof Range;

const all = (ranges: Readonly<Record<string, Range>>, part: Part): Arbitrary<InputSet> =>
  fc.record(Object.fromEntries(Object.entries(ranges).map(([name, range]) => [name, range[part]])));

/** Some inputs of `others` in place of those of `base`. */
const mixed = (
  base: Arbitrary<InputSet>,
  others: Arbitrary<InputSet>,
  names: string[],
  most: number,
) =>
  fc
    .tuple(base, others, fc.subarray(names, { minLength: 1, maxLength: most }))
    .map(([inputs, other, chosen]) => ({
      ...inputs,
      ...Object.fromEntries(chosen.map((name) => [name, other[name]])),
    }));

/** Every fifth profile for a role that exists, which takes nothing that only a new one can be given. */
function forExistingRole(sets: Arbitrary<InputSet>): Arbitrary<InputSet> {
  const existing = {
    create_role: false,
    existing_role_name: 'Mine',
    role_name: null,
    description: null,
    permissions_boundary: null,
    max_session_duration: null,
    force_detach_policies: null,
  };
  return fc
    .tuple(sets, fc.nat({ max: 4 }))
    .map(([inputs, one]) => (one === 0 ? { ...inputs, ...existing } : inputs));
}

/** Every third has nodes by ID, which goes with no tags and no regions; the others have none, but for a few. */
function byTagsOrIds(sets: Arbitrary<InputSet>): Arbitrary<InputSet> {
  return fc.tuple(sets, fc.nat({ max: 8 })).map(([inputs, one]) => {
    if (one === 0) {
      return inputs;
    }
    return one < 4
      ? { ...inputs, instance_tags: null, regions: null }
      : { ...inputs, instance_ids: null };
  });
}

/** Half of the sets lie at limits, a quarter have one or two inputs past one. */
function inputSets(module: string): Arbitrary<InputSet> {
  const ranges = RANGES[module] ?? {};
  const inputs = Object.keys(ranges);
  const plain = all(ranges, 'plain');
  const limits = mixed(plain, all(ranges, 'limit'), inputs, inputs.length);
  const past = mixed(plain, all(ranges, 'past'), inputs, 2);
  const sets = fc.oneof(
    { arbitrary: plain, weight: 1 },
    { arbitrary: limits, weight: 2 },
    { arbitrary: past, weight: 1 },
  );
  if (module === 'session-manager-user-access') {
    return byTagsOrIds(sets);
  }
  return module === 'instance-profile' ? forExistingRole(sets) : sets;
}

/** Draws the same sets for the same seed. */
export function draw(module: string, count: number, seed: number): InputSet[] {
  return fc.sample(inputSets(module), { numRuns: count, seed });
}
