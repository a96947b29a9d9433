import { alternate } from './alternate';
import { secondsOf } from './child';
import { configurations } from './configurations';
import type { Configurations } from './configurations';
import { atMost, compared, shown } from './row';
import type { Row } from './row';
import { summarize } from './samples';
import type { Samples } from './samples';
import { openWorkspace } from './terraform';
import type { Cloud } from './terraform';

const ROLES = 100;
const ROUNDS = 7;
const MOST = 1.4;

/** What `terraform plan` takes with the module and without it. */
export async function planSpeed(cloud: Cloud): Promise<Row[]> {
  const asked = configurations(ROLES);
  const seconds = await alternate(ROUNDS, {
    moduleForEach: await planning(cloud, asked.moduleForEach),
    handFlat: await planning(cloud, asked.handFlat),
    handForEach: await planning(cloud, asked.handForEach),
    moduleBlocks: await planning(cloud, asked.moduleBlocks),
    bareModuleBlocks: await planning(cloud, asked.bareModuleBlocks),
    nothing: await planning(cloud, asked.nothing),
  });
  const plans = Object.fromEntries(
    Object.entries(seconds).map(([form, taken]) => [form, summarize(taken)]),
  ) as Record<keyof Configurations, Samples>;
  return [...againstByHand(plans), ...withoutStart(plans)];
}

async function planning(cloud: Cloud, hcl: string): Promise<() => Promise<number>> {
  const workspace = await openWorkspace(cloud, hcl);
  return () => secondsOf(() => workspace.must('plan', '-no-color', '-input=false'));
}

type Plans = Readonly<Record<keyof Configurations, Samples>>;

function againstByHand(plans: Plans): Row[] {
  const { moduleForEach, handFlat, handForEach, moduleBlocks, bareModuleBlocks } = plans;
  const cheap = (ratio: number) => atMost(ratio, MOST);
  const flat = `${ROLES * 5} resources by hand`;
  return [
    compared(
      `Plan (a): the module with \`for_each\` over ${ROLES} names / ${flat}`,
      's',
      moduleForEach,
      handFlat,
      cheap,
    ),
    compared(
      'Plan (b): the module with `for_each` / resources with `for_each` by hand',
      's',
      moduleForEach,
      handForEach,
      cheap,
    ),
    compared(`Plan (c): ${ROLES} \`module\` blocks / ${flat}`, 's', moduleBlocks, handFlat, cheap),
    compared(
      `For comparison: ${ROLES} \`module\` blocks of a bare module / ${flat}`,
      's',
      bareModuleBlocks,
      handFlat,
    ),
  ];
}

/** The same ratios without what any plan takes, which flatters them all. */
function withoutStart(plans: Plans): Row[] {
  const { moduleForEach, handFlat, handForEach, moduleBlocks, nothing } = plans;
  const net = (what: string, one: Samples, other: Samples): Row => {
    const [left, right] = [one.median - nothing.median, other.median - nothing.median];
    return {
      what: `${what} without that start`,
      measured: `${left.toPrecision(3)} s / ${right.toPrecision(3)} s`,
      ratio: left / right,
    };
  };
  return [
    {
      what: 'Plan of nothing: Terraform and the provider start',
      measured: shown(nothing, 's'),
      spread: nothing.spread,
    },
    net('Plan (a)', moduleForEach, handFlat),
    net('Plan (b)', moduleForEach, handForEach),
    net('Plan (c)', moduleBlocks, handFlat),
  ];
}
