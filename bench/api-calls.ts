import { configurations } from './configurations';
import { startRecordingProxy } from './recording-proxy';
import type { Calls, RecordingProxy } from './recording-proxy';
import type { Row } from './row';
import { openWorkspace } from './terraform';
import type { Cloud } from './terraform';

const PLANNED = 100;
const APPLIED = 10;

/** The calls of AWS's API of one configuration. */
interface CallsOf {
  readonly plan: Calls;
  readonly planAgain: Calls;
}

/** Whether the module makes the provider ask AWS for anything the same resources by hand would not. */
export async function apiCalls(cloud: Cloud): Promise<Row[]> {
  const proxy = await startRecordingProxy(cloud.environment.AWS_ENDPOINT_URL ?? '');
  try {
    const recorded = {
      tools: cloud.tools,
      environment: { ...cloud.environment, AWS_ENDPOINT_URL: proxy.endpoint },
    };
    const module = await callsOf(recorded, proxy, 'moduleForEach');
    const byHand = await callsOf(recorded, proxy, 'handForEach');
    return [
      row(`API calls of the plan of ${PLANNED} new roles`, module.plan, byHand.plan),
      row(
        `API calls of the plan of ${APPLIED} roles that exist`,
        module.planAgain,
        byHand.planAgain,
      ),
    ];
  } finally {
    proxy.stop();
  }
}

async function callsOf(
  cloud: Cloud,
  proxy: RecordingProxy,
  form: 'moduleForEach' | 'handForEach',
): Promise<CallsOf> {
  const planned = await openWorkspace(cloud, configurations(PLANNED)[form]);
  proxy.take();
  await planned.must('plan', '-no-color', '-input=false');
  const plan = proxy.take();
  const applied = await openWorkspace(cloud, configurations(APPLIED)[form]);
  await applied.apply();
  proxy.take();
  // -detailed-exitcode: fails if the plan is not empty
  await applied.must('plan', '-no-color', '-input=false', '-detailed-exitcode');
  const planAgain = proxy.take();
  await applied.destroy();
  return { plan, planAgain };
}

function row(what: string, module: Calls, byHand: Calls): Row {
  const same = shown(module) === shown(byHand);
  return {
    what: `${what}: the module / by hand`,
    measured: same ? `both ${shown(module)}` : `${shown(module)} / ${shown(byHand)}`,
    ratio: total(module) / total(byHand),
    target: { text: 'the same calls', met: same },
  };
}

function shown(calls: Calls): string {
  const counts = Object.entries(calls).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${total(calls)} (${counts.map(([action, count]) => `${action} ${count}`).join(', ')})`;
}

function total(calls: Calls): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}
