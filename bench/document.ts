import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const FILE = 'docs/bench.md';
const BEGIN = '<!-- results: begin, written by npm run bench -->';
const END = '<!-- results: end -->';

/** Puts the results between the markers of the page and leaves the prose around them. */
export async function writeResults(results: string): Promise<void> {
  const page = readFileSync(FILE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`${FILE} lacks the line ${BEGIN} or ${END} after it; put them back`);
  }
  const whole = `${before}${BEGIN}\n\n${results}\n\n${END}${after}`;
  writeFileSync(FILE, await format(whole, { ...(await resolveConfig(FILE)), filepath: FILE }));
}
