import type { TerraformJson } from '../terraform-json';
import { json } from './json';
import { inReadingOrder } from './reading-order';

/** Tells whoever opens a file where it comes from. */
export const MARKER =
  'Written by ssm-iam from TypeScript; do not edit. Change the module and run: npm run generate';

/** The four files of a module, by name. */
export function terraformFiles(configuration: TerraformJson): Record<string, string> {
  const { output, terraform, variable, ...main } = configuration;
  return {
    'main.tf.json': file(main),
    'outputs.tf.json': file({ output }),
    'variables.tf.json': file({ variable }),
    'versions.tf.json': file({ terraform }),
  };
}

function file(blocks: Record<string, unknown>): string {
  return json(inReadingOrder({ '//': MARKER, ...blocks }));
}
