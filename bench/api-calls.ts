import { flat, forEach } from './configurations';
import type { Configuration } from './configurations';
import type { Compared } from './plan-speed';
import { startRecordingProxy } from './recording-proxy';
import type { Calls, RecordingProxy } from './recording-proxy';
import type { Row } from './row';
import { openWorkspace } from './terraform';
import type { Cloud } from './terraform';

const PLANNED = 100;
const APPLIED = 10;
const PLAN = ['plan', '-no-color', '-input=false'];

/** A cloud whose calls are counted. */
interface Recorded extends Cloud {
  readonly proxy: RecordingProxy;
}

/** Whether the module makes the provider ask AWS for anything that flat resources would not. */
export async function apiCalls(cloud: Cloud, { ours, theirs }: Compared): Promise<Row[]> {
  const proxy = await startRecordingProxy(cloud.environment.AWS_ENDPOINT_URL ?? '');
  const environment = { ...cloud.environment, AWS_ENDPOINT_URL: proxy.endpoint };
  const recorded = { ...cloud, environment, proxy };
  const planned = `API calls of the plan of ${PLANNED} new roles`;
  try {
    const ofOurs = await planning(recorded, forEach(ours, PLANNED));
    const rows = [
      comparedCalls(
        `${planned}: ours / flat`,
        ofOurs,
        await planning(recorded, flat(PLANNED)),
        true,
      ),
      comparedCalls(
        `API calls of the plan of ${APPLIED} roles that exist: ours / flat`,
        await planningAgain(recorded, forEach(ours, APPLIED)),
        await planningAgain(recorded, flat(APPLIED)),
        true,
      ),
    ];
    if (theirs !== undefined) {
      const ofTheirs = await planning(recorded, forEach(theirs, PLANNED));
      rows.push(comparedCalls(`${planned}: the public module / ours`, ofTheirs, ofOurs, false));
    }
    return rows;
  } finally {
    proxy.stop();
  }
}

async function planning(cloud: Recorded, configuration: Configuration): Promise<Calls> {
  const workspace = await openWorkspace(cloud, configuration);
  cloud.proxy.take();
  await workspace.must(...PLAN);
  return cloud.proxy.take();
}

async function planningAgain(cloud: Recorded, configuration: Configuration): Promise<Calls> {
  const workspace = await openWorkspace(cloud, configuration);
  await workspace.apply();
  cloud.proxy.take();
  // -detailed-exitcode: fails if the plan is not empty
  await workspace.must(...PLAN, '-detailed-exitcode');
  const calls = cloud.proxy.take();
  await workspace.destroy();
  return calls;
}

export function comparedCalls(what: string, one: Calls, other: Calls, wantSame: boolean): Row {
  const [left, right] = [shown(one), shown(other)];
  const met = left === right;
  const text = met ? `both ${left}` : `${left} / ${right}`;
  return {
    what,
    measured: { Measured: { text, ratio: total(one) / total(other) } },
    ...(wantSame && { target: { text: 'the same calls', met } }),
  };
}

function shown(calls: Calls): string {
  const counts = Object.entries(calls).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${total(calls)} (${counts.map(([action, count]) => `${action} ${count}`).join(', ')})`;
}

function total(calls: Calls): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}
