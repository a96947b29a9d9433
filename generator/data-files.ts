import { TerraformLocal, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from './address';
import { template } from './hcl';
import type { Finding } from './lint-rule';

/** A table that a module ships as JSON beside its Terraform files. */
export interface DataFile {
  /** Name of the file, like `sizes.json`. */
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const shipped = new WeakMap<TerraformStack, readonly DataFile[]>();
const readIn = new WeakMap<TerraformStack, Map<DataFile, string>>();

/** Says which files lie beside the configuration that a stack becomes. */
export function shipDataFiles(stack: TerraformStack, files: readonly DataFile[]): void {
  shipped.set(stack, files);
}

/**
 * The content of a data file as Terraform reads it: from the file where that is
 * shipped, and else from the table itself, in a local. One local serves a whole stack.
 *
 * @returns address of the local, named after the file
 */
export function readDataFile(scope: Construct, file: DataFile): string {
  const stack = TerraformStack.of(scope);
  const known = readIn.get(stack) ?? new Map<DataFile, string>();
  readIn.set(stack, known);
  const address = known.get(file) ?? defineLocal(stack, file);
  known.set(file, address);
  return address;
}

function defineLocal(stack: TerraformStack, file: DataFile): string {
  const isShipped = shipped.get(stack)?.includes(file) === true;
  const content = isShipped
    ? template(`jsondecode(file("${template('path.module')}/${file.name}"))`)
    : file.content;
  return pin(new TerraformLocal(stack, file.name, content), localName(file));
}

/** `ring-sizes.json` is read into `local.ring_sizes`. */
const localName = ({ name }: DataFile): string => name.replace(/\.json$/, '').replace(/-/g, '_');

/** A data file is data: Terraform does not evaluate what it reads, so an expression in it would stay one. */
export function lintDataFiles(files: readonly DataFile[]): Finding[] {
  return files.flatMap(({ name, content }) => [
    ...(/^[a-z0-9-]+\.json$/.test(name)
      ? []
      : [
          {
            code: 'DataFileName',
            message: `data file "${name}" must be called like "sizes.json": Terraform reads .tf.json and .tfvars.json by itself`,
          },
        ]),
    ...(/[$%]\{/.test(JSON.stringify(content))
      ? [
          {
            code: 'DataFileTemplate',
            message: `data file "${name}" must not hold an expression; write it into the module, and data into the file`,
          },
        ]
      : []),
  ]);
}
