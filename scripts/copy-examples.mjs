// Run by the build: the command reads the examples of the modules from dist/.
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';

const from = new URL('../modules/', import.meta.url);
const to = new URL('../dist/modules/', import.meta.url);

for (const { name } of readdirSync(to, { withFileTypes: true }).filter((e) => e.isDirectory())) {
  const examples = new URL(`${name}/examples/`, from);
  const copy = new URL(`${name}/examples/`, to);
  rmSync(copy, { recursive: true, force: true });
  if (existsSync(examples)) {
    // what Terraform and people leave there stays there
    cpSync(examples, copy, {
      recursive: true,
      filter: (path) =>
        basename(path) !== '.terraform' && (path.endsWith('.tf') || statSync(path).isDirectory()),
    });
  }
}
