import { costOf, costOfNode } from '../../../bench/cost';

/** Keeps a processor busy, and says what it took itself, in microseconds. */
const BUSY = `
  const until = performance.now() + 400;
  while (performance.now() < until);
  const { user, system } = process.cpuUsage();
  console.log(user + system);
`;

const node = process.execPath;

describe('a program that ran', () => {
  test('took what it says', async () => {
    const { cpu, wall, printed } = await costOf(node, ['--eval', BUSY]);
    const own = Number(printed) / 1e6;

    expect(own).toBeGreaterThan(0.05);
    // shells count in hundredths, and node ends after it said so
    expect(cpu).toBeGreaterThan(own - 0.02);
    expect(cpu).toBeLessThan(own + 0.5);
    expect(wall).toBeGreaterThan(0.4);
  });

  test('took what it started and waited for, as Terraform does with a provider', async () => {
    const parent = `
      const { execFileSync } = require('node:child_process');
      console.log(execFileSync(process.execPath, ['--eval', ${JSON.stringify(BUSY)}], { encoding: 'utf8' }));
    `;
    const idle = await costOf(node, ['--eval', '']);
    const { cpu, printed } = await costOf(node, ['--eval', parent]);

    expect(cpu).toBeGreaterThan(idle.cpu / 2 + Number(printed) / 1e6);
  });

  test('took wall time but no CPU while it slept', async () => {
    const { cpu, wall } = await costOf('sleep', ['0.3']);

    expect(wall).toBeGreaterThanOrEqual(0.3);
    expect(cpu).toBeLessThan(0.1);
  });

  test('gets the environment and the folder that are given', async () => {
    const { printed } = await costOf('sh', ['-c', 'echo "$WORD $PWD"'], {
      cwd: '/',
      env: { WORD: 'given' },
    });

    expect(printed).toBe('given /\n');
  });

  test('and failed tells its exit code and what it printed', async () => {
    await expect(costOf('sh', ['-c', 'echo why >&2; exit 3'])).rejects.toThrow(
      /ended with 3:\nwhy/,
    );
  });
});

test('node tells how much memory it had', async () => {
  const small = await costOfNode('--eval', '');
  const large = await costOfNode('--eval', 'globalThis.kept = Buffer.alloc(1e8, 1)');

  expect(small.peakMegabytes).toBeGreaterThan(10);
  expect(large.peakMegabytes - small.peakMegabytes).toBeGreaterThan(80);
});
