import { alternate } from './alternate';
import { blocks, flat, forEach } from './configurations';
import type { RoleModule } from './configurations';
import type { Cost } from './cost';
import { comparedTimes } from './row';
import type { Row } from './row';
import { TARGETS } from './targets';
import { planning } from './terraform';
import type { Cloud } from './terraform';

const ROLES = 100;
const ROUNDS = 5;

/** The modules that are compared; the public one is not everywhere. */
export interface Compared {
  readonly ours: RoleModule;
  readonly theirs: RoleModule | undefined;
}

/** What `terraform plan` takes with our module, with the public one and with none. */
export async function planSpeed(cloud: Cloud, { ours, theirs }: Compared): Promise<Row[]> {
  const candidates = {
    flat: await planning(cloud, flat(ROLES)),
    oursForEach: await planning(cloud, forEach(ours, ROLES)),
    oursBlocks: await planning(cloud, blocks(ours, ROLES)),
  };
  if (theirs === undefined) {
    return planRows(await alternate(ROUNDS, candidates));
  }
  const all = {
    ...candidates,
    theirsForEach: await planning(cloud, forEach(theirs, ROLES)),
    theirsBlocks: await planning(cloud, blocks(theirs, ROLES)),
  };
  return planRows(await alternate(ROUNDS, all));
}

/** The plans of one run; without the public module, its plans are missing. */
export interface Plans {
  readonly flat: readonly Cost[];
  readonly oursForEach: readonly Cost[];
  readonly oursBlocks: readonly Cost[];
  readonly theirsForEach?: readonly Cost[];
  readonly theirsBlocks?: readonly Cost[];
}

export function planRows(plans: Plans): Row[] {
  return [
    ...rowsOf('`for_each`', plans.flat, plans.oursForEach, plans.theirsForEach),
    ...rowsOf(`${ROLES} \`module\` blocks`, plans.flat, plans.oursBlocks, plans.theirsBlocks),
  ];
}

function rowsOf(
  form: string,
  without: readonly Cost[],
  ours: readonly Cost[],
  theirs: readonly Cost[] | undefined,
): Row[] {
  const written = `${flat(ROLES).resources} flat resources`;
  const oursAlone = comparedTimes(`Plan, ${form}: ours / ${written}`, ours, without);
  return theirs === undefined
    ? [oursAlone]
    : [
        oursAlone,
        comparedTimes(`Plan, ${form}: the public module / ${written}`, theirs, without),
        comparedTimes(`Plan, ${form}: ours / the public module`, ours, theirs, TARGETS.plan),
      ];
}
