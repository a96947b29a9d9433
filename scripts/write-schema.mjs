// Run before modules are generated: writes the JSON Schema that goes with them.
import { writeFileSync } from 'node:fs';
import { contractSchema } from '../dist/contract/contract.js';
import { canonicalJson } from '../dist/generator/emit/json.js';

writeFileSync(
  new URL('../docs/schemas/interface.schema.json', import.meta.url),
  canonicalJson(contractSchema()),
);
