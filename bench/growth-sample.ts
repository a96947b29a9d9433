import { generate } from '../generator/generate';
import { readCompanions } from '../generator/read-companions';
import { catalog } from '../modules/catalog';

/** Of one process: `generate` is timed without the start of node and the loading of CDKTF. */
export interface GrowthSample {
  readonly seconds: number;
  /** Above what the process had before. */
  readonly megabytes: number;
}

const BYTES_IN_MEGABYTE = 1e6;

/** As many definitions as wanted: those of the catalog, over and over, under other names. */
function definitions(count: number): typeof catalog {
  return Array.from({ length: Math.ceil(count / catalog.length) }, (_, copy) =>
    catalog.map((definition) => ({ ...definition, name: `${definition.name}-${copy}` })),
  )
    .flat()
    .slice(0, count);
}

const wanted = definitions(Number(process.argv[2]));
const companions = readCompanions(
  catalog.map(({ name }) => name),
  process.cwd(),
);
const before = process.memoryUsage.rss();
const start = performance.now();
generate(wanted, companions);
const sample: GrowthSample = {
  seconds: (performance.now() - start) / 1000,
  megabytes: (process.resourceUsage().maxRSS * 1024 - before) / BYTES_IN_MEGABYTE,
};
console.log(JSON.stringify(sample));
