import { diagnosticsIn, messagesIn } from './messages';
import type { Bench } from './suite';

/** A run as it stands in a `.tftest.json` file. */
export interface TestBlock {
  readonly '//': string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly expect_failures?: readonly string[];
}

/** How `terraform test` ended. */
export interface Tested {
  /** Names of the runs that passed. */
  readonly passed: string[];
  /** Names of the runs that failed, could not run or were skipped. */
  readonly others: string[];
  /** What Terraform complained of, warnings included. */
  readonly problems: string[];
}

/** Runs the tests of a folder; files without a content are left out. */
export async function runTests(
  bench: Bench,
  files: Readonly<Record<string, unknown>>,
): Promise<Tested> {
  const workspace = bench.workspace({});
  for (const [name, content] of Object.entries(files)) {
    if (content !== undefined) {
      workspace.write(name, JSON.stringify(content, null, 2));
    }
  }
  await workspace.init();
  const { text } = await workspace.run('test', '-json');
  const runs = messagesIn(text).flatMap(({ test_run }) =>
    test_run?.progress === 'complete' ? [test_run] : [],
  );
  const named = (wanted: (status: string | undefined) => boolean): string[] =>
    runs.filter(({ status }) => wanted(status)).map(({ run }) => run);
  return {
    passed: named((status) => status === 'pass'),
    others: named((status) => status !== 'pass'),
    problems: diagnosticsIn(text).map(({ summary, detail }) => `${summary}: ${detail}`),
  };
}
