import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { hcl, template } from '../../generator/hcl';
import { explainLocal } from '../../generator/blocks';

/** Characters of a managed policy without white space, of which `jsonencode` writes none. */
export const LONGEST_POLICY = 6144;

/** Managed policies that IAM attaches to one role at most, once the account's quota is raised. */
export const MOST_ATTACHED = 25;

const FRAME = JSON.stringify({ Statement: [], Version: '2012-10-17' }).length;

/** What a row of units was cut into. */
export interface Cuts {
  /** Expression of the list of indexes at which a policy begins; one more than `MOST_ATTACHED` if they are too many. */
  readonly starts: string;
  /** Expression of the index behind the last unit of the policy that begins at `start`. */
  endOf(start: string): string;
}

/**
 * Cuts a row of units into as few policies as hold them in this order.
 *
 * Terraform has no loop that carries a value along. So one list tells for each
 * unit where a policy that begins with it ends, and following that list from
 * the first unit on gives the cuts. A unit is never cut, and what comes before
 * a unit that is added or removed stays where it is.
 *
 * @param sizes expression of the characters of each unit with the comma behind
 *   it; it decides how many policies there are, so it must be known at plan
 */
export function cutIntoPolicies(scope: Construct, name: string, sizes: string): Cuts {
  // the last unit has no comma behind it
  const room = LONGEST_POLICY - FRAME + 1;
  const row = local(scope, `${name}_sizes`, sizes);
  const sums = local(
    scope,
    `${name}_sums`,
    `[for end, size in concat([0], ${row}) : sum(concat([0], slice(${row}, 0, end)))]`,
  );
  const ends = local(
    scope,
    `${name}_ends`,
    hcl`[for start, before in ${sums} : start + max(start < length(${row}) ? 1 : 0,
      length([for total in slice(${sums}, start + 1, length(${sums})) : total if total - before <= ${String(room)}]))]`,
  );
  const starts = local(
    scope,
    `${name}_starts`,
    `[for start in distinct(${chain(ends)}) : start if start < length(${row})]`,
  );
  explainLocal(
    scope,
    `${name}_sizes`,
    `Characters of each region's or bucket's statements, the longest that its name may make them; ${name}_ends tells where a policy of at most ${LONGEST_POLICY} characters ends that begins with it, and ${name}_starts follows these ends from the first on.`,
  );
  return { starts, endOf: (start) => `${ends}[${start}]` };
}

function local(scope: Construct, name: string, expression: string): string {
  return pin(new TerraformLocal(scope, name, template(expression)));
}

/** Steps of the chain that are taken as one: no `for` over single steps, which Terraform would parse one in the other. */
const STRIDE = 5;

/** 0, where the policy at 0 ends, where the policy there ends, and so on, `MOST_ATTACHED` times. */
function chain(ends: string): string {
  const strides = MOST_ATTACHED / STRIDE;
  const [far, last] = [walk('stride', strides - 1, '0'), follow('stride', strides, '0')];
  return hcl`flatten([for step in [${ends}] : [for stride in [[for at in step : ${follow('step', STRIDE - 1, 'at')}]] :
    [[for at in ${far} : ${walk('step', STRIDE - 1, 'at')}], ${last}]]])`;
}

/** Where `times` jumps from `start` lead, each to what the list `jumps` says at the index. */
function follow(jumps: string, times: number, start: string): string {
  return `${`${jumps}[`.repeat(times)}${start}${']'.repeat(times)}`;
}

/** The list of `start` and of where each of the jumps from it leads. */
function walk(jumps: string, times: number, start: string): string {
  const stops = Array.from({ length: times + 1 }, (_, jump) => follow(jumps, jump, start));
  return `[${stops.join(', ')}]`;
}
