import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for whatever a run writes; it goes when the run ends. */
export const TEMPORARY = mkdtempSync(join(tmpdir(), 'ssm-iam-bench-'));

process.on('exit', () => {
  rmSync(TEMPORARY, { recursive: true, force: true });
});

let made = 0;

/** A path in it that nobody has used yet. */
export function freshPath(): string {
  made += 1;
  return join(TEMPORARY, String(made));
}
