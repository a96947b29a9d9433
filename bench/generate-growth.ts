import { join } from 'node:path';
import { alternate } from './alternate';
import { run } from './child';
import type { GrowthSample } from './growth-sample';
import { atMost, compared } from './row';
import type { Row } from './row';
import { summarize } from './samples';

const ROUNDS = 9;
const MOST = 1.2;

/** Whether ten times as many modules take ten times as long. */
export async function generateGrowth(): Promise<Row[]> {
  const of5 = () => sample(5);
  const of50 = () => sample(50);
  const of500 = () => sample(500);
  const samples = await alternate(ROUNDS, { of5, of50, of500 });
  const time = (taken: readonly GrowthSample[], count: number) =>
    summarize(taken.map(({ seconds }) => (seconds * 1000) / count));
  const memory = (taken: readonly GrowthSample[]) =>
    summarize(taken.map(({ megabytes }) => megabytes));
  const linear = (ratio: number) => atMost(ratio, MOST);
  const [few, some, many] = [
    time(samples.of5, 5),
    time(samples.of50, 50),
    time(samples.of500, 500),
  ];
  return [
    compared('Time per module, 50 modules / 5 modules', 'ms', some, few, linear),
    compared('Time per module, 500 modules / 50 modules', 'ms', many, some, linear),
    compared(
      'Memory on top of the loaded program, 50 modules / 5 modules',
      'MB',
      memory(samples.of50),
      memory(samples.of5),
    ),
    compared(
      'Memory on top of the loaded program, 500 modules / 50 modules',
      'MB',
      memory(samples.of500),
      memory(samples.of50),
    ),
  ];
}

async function sample(count: number): Promise<GrowthSample> {
  const printed = await run(process.execPath, [join(__dirname, 'growth-sample.js'), `${count}`]);
  return JSON.parse(printed) as GrowthSample;
}
