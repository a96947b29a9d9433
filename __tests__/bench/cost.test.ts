import { costOf, costOfNode, cpuOfChildren } from '../../bench/cost';

/** Keeps a processor busy, and says what it took itself, in microseconds. */
const BUSY = `
  const until = performance.now() + 400;
  while (performance.now() < until);
  const { user, system } = process.cpuUsage();
  console.log(user + system);
`;

const node = process.execPath;

describe('the times of the children', () => {
  test.each([
    ['dash', '0m0.010000s 0m0.000000s\n0m9.080000s 0m0.450000s\n', 9.53],
    ['bash', '0m0.001s 0m0.002s\n0m2.500s 0m0.250s\n', 2.75],
    ['a shell that counts in hundredths', '0m0.00s 0m0.00s\n0m1.25s 0m0.25s\n', 1.5],
    ['minutes', '0m0.00s 0m0.00s\n2m1.50s 1m0.25s\n', 181.75],
    ['a locale with a comma', '0m0,001s 0m0,002s\n0m2,500s 0m0,250s\n', 2.75],
  ])('are read as %s prints them', (_, times, seconds) => {
    expect(cpuOfChildren(times)).toBeCloseTo(seconds, 6);
  });

  test.each([
    ['nothing', ''],
    ['only those of the shell', '0m1.00s 0m1.00s\n'],
    ['only user time', '0m1.00s 0m1.00s\n0m1.00s\n'],
    ['other words', 'user 1.00\nsys 1.00\n'],
  ])('are not read from %s', (_, times) => {
    expect(() => cpuOfChildren(times)).toThrow('cannot be read');
  });
});

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
