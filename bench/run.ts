import { resolve } from 'node:path';
import { startMoto } from '../__tests__/e2e/harness/moto';
import { findTools } from '../__tests__/e2e/harness/tools';
import { apiCalls } from './api-calls';
import { ourModule, publicModule } from './configurations';
import { writeResults } from './document';
import { facts } from './facts';
import { generateGrowth } from './generate-growth';
import { generateSpeed } from './generate-speed';
import { planSpeed } from './plan-speed';
import type { Compared } from './plan-speed';
import { LEFT_OUT, findPublicModule } from './public-module';
import { report } from './report';
import type { Row } from './row';
import { tables } from './table';
import { generatedModule } from './terraform';
import type { Cloud } from './terraform';

/** Measures everything in one run and writes it to docs/bench.md. */
async function main(): Promise<void> {
  const tools = findTools();
  if (tools === undefined) {
    throw new Error('the bench measures with real tools; install what is missing');
  }
  const theirs = findPublicModule();
  const compared = {
    ours: ourModule(await generatedModule('instance-profile')),
    theirs: theirs === undefined ? undefined : publicModule(theirs),
  };
  // beside the source, not beside what is compiled
  const PYTHONPATH = resolve('__tests__/e2e/harness/emulator');
  const moto = await startMoto(tools.motoServer, { PYTHONPATH });
  try {
    const cloud = { tools, environment: moto.environment };
    const rows = await measure(cloud, compared);
    const results = [
      await facts(cloud),
      ...(theirs === undefined ? [`${LEFT_OUT}.`] : []),
      tables(rows),
    ];
    await writeResults(results.join('\n\n'));
    console.log(report(rows));
  } finally {
    moto.stop();
  }
}

async function measure(cloud: Cloud, compared: Compared): Promise<Row[]> {
  const measurements = {
    'generating the modules': () => generateSpeed(cloud.tools),
    'generating more modules': generateGrowth,
    'planning 100 roles': () => planSpeed(cloud, compared),
    'counting API calls': () => apiCalls(cloud, compared),
  };
  const rows: Row[] = [];
  for (const [doing, of] of Object.entries(measurements)) {
    console.error(`${doing} ...`);
    rows.push(...(await of()));
  }
  return rows;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
