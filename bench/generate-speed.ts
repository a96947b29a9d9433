import { join } from 'node:path';
import type { Tools } from '../__tests__/e2e/harness/tools';
import { alternate } from './alternate';
import { costOfNode, run, secondsOf } from './child';
import { atLeast, atMost, compared, shown } from './row';
import type { Row } from './row';
import { summarize } from './samples';
import { freshPath } from './temporary';

const ROUNDS = 15;
const SYNTH_ROUNDS = 7;
const LONGEST = 2.5;
const SHORTEST_SYNTH = 10;
const LARGEST_MEGABYTES = 150;

const generate = () => costOfNode('dist/cli.js', 'generate', '--out', freshPath());
const loadCdktf = () => costOfNode('--eval', "require('cdktf')");

/** What it takes to generate all modules with the built command. */
export async function generateSpeed(tools: Tools): Promise<Row[]> {
  return [...(await againstLoadingCdktf()), ...(await againstSynth(tools))];
}

async function againstLoadingCdktf(): Promise<Row[]> {
  const costs = await alternate(ROUNDS, { generate, loadCdktf });
  const seconds = summarize(costs.generate.map((cost) => cost.seconds));
  const floor = summarize(costs.loadCdktf.map((cost) => cost.seconds));
  const memory = summarize(costs.generate.map((cost) => cost.peakMegabytes));
  return [
    compared(
      '`generate` of all modules / `node -e "require(\'cdktf\')"`',
      's',
      seconds,
      floor,
      (ratio) => atMost(ratio, LONGEST),
    ),
    {
      what: 'Peak memory of `generate`',
      measured: shown(memory, 'MB'),
      spread: memory.spread,
      target: {
        text: `≤ ${LARGEST_MEGABYTES} MB`,
        met: memory.median <= LARGEST_MEGABYTES,
      },
    },
  ];
}

async function againstSynth(tools: Tools): Promise<Row[]> {
  const seconds = await alternate(SYNTH_ROUNDS, {
    synth: () => secondsOf(() => synth(tools)),
    synthBuilt: () => secondsOf(() => synth(tools, '--app', 'node dist/main.js')),
    generate: async () => (await generate()).seconds,
  });
  const generated = summarize(seconds.generate);
  return [
    compared(
      '`cdktf synth` of the same stacks / `generate`',
      's',
      summarize(seconds.synth),
      generated,
      (ratio) => atLeast(ratio, SHORTEST_SYNTH),
    ),
    compared(
      '`cdktf synth` without the build that `cdktf.json` puts before it / `generate`',
      's',
      summarize(seconds.synthBuilt),
      generated,
    ),
  ];
}

async function synth({ terraform, cliConfig }: Tools, ...options: string[]): Promise<void> {
  const command = join('node_modules', '.bin', 'cdktf');
  await run(command, ['synth', '--output', freshPath(), ...options], {
    CHECKPOINT_DISABLE: '1',
    DISABLE_VERSION_CHECK: '1',
    TERRAFORM_BINARY_NAME: terraform,
    ...(cliConfig !== undefined && { TF_CLI_CONFIG_FILE: cliConfig }),
  });
}
