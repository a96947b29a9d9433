import { join } from 'node:path';
import { mustExecute } from '../__tests__/e2e/harness/child';
import { alternate } from './alternate';
import { HERE } from './cost';
import { compared } from './row';
import type { Row } from './row';
import { summarize } from './samples';
import { TARGETS } from './targets';

const ROUNDS = 9;

/** Whether ten times as many modules take ten times as long. */
export async function generateGrowth(): Promise<Row[]> {
  const of5 = () => millisecondsOfEach(5);
  const of50 = () => millisecondsOfEach(50);
  const of500 = () => millisecondsOfEach(500);
  const taken = await alternate(ROUNDS, { of5, of50, of500 });
  const [few, some, many] = [summarize(taken.of5), summarize(taken.of50), summarize(taken.of500)];
  return [
    compared('Time per module, 50 modules / 5 modules', 'ms', some, few, TARGETS.growth),
    compared('Time per module, 500 modules / 50 modules', 'ms', many, some, TARGETS.growth),
  ];
}

async function millisecondsOfEach(count: number): Promise<number> {
  const sample = join(__dirname, 'growth-sample.js');
  return Number(await mustExecute(process.execPath, [sample, `${count}`], HERE)) / count;
}
