// Run by the build: gives the props in dist/ the docs of the inputs they come from.
import { readFileSync, writeFileSync } from 'node:fs';
import { withPropDocs } from '../dist/generator/emit/prop-docs.js';
import { catalog } from '../dist/modules/catalog.js';

for (const { name, inputs } of catalog) {
  const file = new URL(`../dist/modules/${name}/inputs.d.ts`, import.meta.url);
  const before = readFileSync(file, 'utf8');
  const after = withPropDocs(before, inputs);
  if (after !== before) {
    writeFileSync(file, after);
  }
}
