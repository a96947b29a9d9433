// Run by the build: copies the library to dist/cdktn, with the names of CDK Terrain in place of those of CDKTF.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

const from = join(import.meta.dirname, '../dist');
const to = join(from, 'cdktn');
const TAKEN = /(?<=\b(?:require\(|import\(|from )["'])[^"']+/g;

/** The texts of a file and of what it takes, by path: programs take programs, declarations take declarations. */
function filesFrom(path, ending, found = new Map()) {
  if (!found.has(path)) {
    const text = readFileSync(join(from, path), 'utf8');
    found.set(path, text);
    for (const [name] of text.matchAll(TAKEN)) {
      const taken = join(dirname(path), name);
      if (name.startsWith('.')) {
        filesFrom(extname(taken) === '.json' ? taken : taken + ending, ending, found);
      }
    }
  }
  return found;
}

const renamed = (text) =>
  text.replace(TAKEN, (name) => name.replace(/^(@?)cdktf(?=\/|$)/, '$1cdktn'));

rmSync(to, { recursive: true, force: true });
for (const ending of ['.js', '.d.ts']) {
  for (const [path, text] of filesFrom(`index${ending}`, ending)) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), renamed(text));
  }
}
