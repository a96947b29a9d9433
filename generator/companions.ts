import type { Files } from '../files';
import type { Publication } from './publication';

/** What is shipped beside the modules and is not made from their definitions. */
export interface Companions {
  readonly publication: Publication;
  readonly license: string;
  /** The JSON Schema of `interface.json`. */
  readonly schema: string;
  /** The changelog of all modules. */
  readonly changelog: string;
  /** By module: the files of its examples, like `minimal/main.tf`. */
  readonly examples: Readonly<Record<string, Files>>;
}
