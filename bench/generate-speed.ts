import { join } from 'node:path';
import { terraformEnvironment } from '../__tests__/e2e/harness/tools';
import type { Tools } from '../__tests__/e2e/harness/tools';
import { alternate } from './alternate';
import { HERE, costOf, costOfNode } from './cost';
import type { Cost } from './cost';
import { comparedTimes, shown } from './row';
import type { Row } from './row';
import { summarize } from './samples';
import { TARGETS, verdict } from './targets';
import { freshPath } from './temporary';

const ROUNDS = 15;
const SYNTH_ROUNDS = 7;

const generate = () => costOfNode('dist/cli.js', 'generate', '--out', freshPath());
const loadCdktf = () => costOfNode('--eval', "require('cdktf')");

/** What it takes to generate all modules with the built command. */
export async function generateSpeed(tools: Tools): Promise<Row[]> {
  const few = await alternate(ROUNDS, { generate, loadCdktf });
  const peak = summarize(few.generate.map(({ peakMegabytes }) => peakMegabytes));
  const slow = await alternate(SYNTH_ROUNDS, { synth: () => synth(tools), generate });
  return [
    comparedTimes(
      '`generate` of all modules / `node -e "require(\'cdktf\')"`',
      few.generate,
      few.loadCdktf,
      TARGETS.generate,
    ),
    comparedTimes(
      '`cdktf synth` of the same stacks / `generate`',
      slow.synth,
      slow.generate,
      TARGETS.synth,
    ),
    {
      what: 'Peak memory of `generate`, in MB',
      measured: { Measured: { text: shown(peak, 'MB'), spread: peak.spread } },
      target: verdict(TARGETS.peakMegabytes, peak.median),
    },
  ];
}

async function synth(tools: Tools): Promise<Cost> {
  const command = join('node_modules', '.bin', 'cdktf');
  return costOf(command, ['synth', '--output', freshPath()], {
    ...HERE,
    env: {
      ...terraformEnvironment(tools),
      DISABLE_VERSION_CHECK: '1',
      TERRAFORM_BINARY_NAME: tools.terraform,
    },
  });
}
