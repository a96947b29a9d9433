import { homedir } from 'node:os';
import type { Surroundings } from '../surroundings';

/** As text: the declarations of the package would bring all globals of a browser with them. */
const HCL_PARSER = '@cdktf/hcl2json' as string;

interface HclParser {
  readonly parse: (name: string, text: string) => Promise<unknown>;
}

/** The machine that the command runs on. */
export function surroundings(): Surroundings {
  return {
    env: process.env,
    home: homedir(),
    parseHcl: async (name, text) => ((await import(HCL_PARSER)) as HclParser).parse(name, text),
  };
}
