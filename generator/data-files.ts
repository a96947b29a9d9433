import { TerraformLocal, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { address } from './address';
import { Expr, expr, literal } from './expression';
import { template } from './hcl';
import type { Finding } from './lint-lengths';

/** A table that a module ships as JSON beside its Terraform files. */
export interface DataFile {
  /** Name of the file, like `sizes.json`. */
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const shipped = new WeakMap<TerraformStack, readonly DataFile[]>();

/** How each file is read in a stack, by its name. */
const readBefore = new WeakMap<
  TerraformStack,
  ReadonlyMap<string, { readonly file: DataFile; readonly needed: Expr<boolean> }>
>();

/** Says which files lie beside the configuration that a stack becomes. */
export function shipDataFiles(stack: TerraformStack, files: readonly DataFile[]): void {
  shipped.set(stack, files);
}

/**
 * The content of a data file as Terraform reads it: from the file where that is
 * shipped, and else from the table itself, in a local. One local serves a whole stack.
 *
 * @param needed where it does not hold, the file is not read and the content is null: Terraform
 *   would read it in each instance of the module, and evaluates both sides of `? :`
 * @returns address of the local, named after the file
 */
export function readDataFile(
  scope: Construct,
  file: DataFile,
  needed: Expr<boolean>,
): Expr<DataFile['content']> {
  const stack = TerraformStack.of(scope);
  const isShipped = shipped.get(stack)?.includes(file) === true;
  const before = readBefore.get(stack)?.get(file.name);
  if (before === undefined) {
    const path = `${template('path.module')}/${template('name')}`;
    const read = expr`one([for name in ${literal([file.name])} : jsondecode(file("${new Expr(path)}")) if ${needed}])`;
    const content = isShipped ? read : file.content;
    address(new TerraformLocal(stack, file.name, content), localName(file));
    readBefore.set(stack, new Map(readBefore.get(stack)).set(file.name, { file, needed }));
  } else if (
    before.file !== file ||
    (isShipped && before.needed.expression !== needed.expression)
  ) {
    throw new Error(`${file.name} is read twice, and not in the same way`);
  }
  return new Expr(`local.${localName(file)}`);
}

/** `ring-sizes.json` is read into `local.ring_sizes`. */
const localName = ({ name }: DataFile): string => name.replace(/\.json$/, '').replace(/-/g, '_');

/** A data file is data: Terraform does not evaluate what it reads, so an expression in it would stay one. */
export function lintDataFiles(files: readonly DataFile[]): Finding[] {
  return files
    .filter(({ content }) => /[$%]\{/.test(JSON.stringify(content)))
    .map(({ name }) => ({
      code: 'DataFileTemplate',
      message: `data file "${name}" must not hold an expression; write it into the module, and data into the file`,
    }));
}
