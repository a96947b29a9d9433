// Run by the build: the command reads the examples of the modules from dist/.
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';

const from = new URL('../modules/', import.meta.url);
const to = new URL('../dist/modules/', import.meta.url);

for (const { name } of readdirSync(to, { withFileTypes: true }).filter((e) => e.isDirectory())) {
  const examples = new URL(`${name}/examples/`, from);
  const copy = new URL(`${name}/examples/`, to);
  rmSync(copy, { recursive: true, force: true });
  if (existsSync(examples)) {
    cpSync(examples, copy, { recursive: true });
  }
}
