import { resolve } from 'node:path';
import { startMoto } from '../__tests__/e2e/harness/moto';
import { findTools } from '../__tests__/e2e/harness/tools';
import type { Tools } from '../__tests__/e2e/harness/tools';
import { apiCalls } from './api-calls';
import { writeResults } from './document';
import { facts } from './facts';
import { generateGrowth } from './generate-growth';
import { generateSpeed } from './generate-speed';
import { planSpeed } from './plan-speed';
import type { Row } from './row';
import { table } from './table';
import type { Cloud } from './terraform';

/** Above this, the medians say as much of the machine's other work as of ours. */
const LARGEST_SPREAD = 0.15;

/** Measures everything in one run and writes it to docs/bench.md. */
async function main(): Promise<void> {
  const tools = findTools();
  if (tools === undefined) {
    throw new Error('the bench measures with real tools; install what is missing');
  }
  // beside the source, not beside what is compiled
  const PYTHONPATH = resolve('__tests__/e2e/harness/emulator');
  const moto = await startMoto(tools.motoServer, { PYTHONPATH });
  try {
    const cloud = { tools, environment: moto.environment };
    const rows = await measure(tools, cloud);
    await writeResults(`${await facts(cloud)}\n\n${table(rows)}`);
    report(rows);
  } finally {
    moto.stop();
  }
}

async function measure(tools: Tools, cloud: Cloud): Promise<Row[]> {
  const measurements = {
    'generating the modules': () => generateSpeed(tools),
    'generating more modules': generateGrowth,
    'planning 100 roles': () => planSpeed(cloud),
    'counting API calls': () => apiCalls(cloud),
  };
  const rows: Row[] = [];
  for (const [doing, of] of Object.entries(measurements)) {
    console.error(`${doing} ...`);
    rows.push(...(await of()));
  }
  return rows;
}

function report(rows: readonly Row[]): void {
  console.log(table(rows));
  const missed = rows.filter(({ target }) => target?.met === false);
  console.log(missed.length === 0 ? '\nAll targets are met.' : '\nMISSED TARGETS:');
  missed.forEach(({ what, ratio, target }) => {
    console.log(`  ${what}: ${ratio?.toFixed(2) ?? ''}, target ${target?.text ?? ''}`);
  });
  rows
    .filter(({ spread = 0 }) => spread > LARGEST_SPREAD)
    .forEach(({ what, spread = 0 }) => {
      console.log(
        `Unsteady, repeat on an idle machine: ${what}: spread ${Math.round(spread * 100)} %`,
      );
    });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
