import { generate } from '../generator/generate';
import { readCompanions } from '../generator/read-companions';
import { catalog } from '../modules/catalog';

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
// without the start of node and the loading of CDKTF
const start = performance.now();
generate(wanted, companions);
console.log(performance.now() - start);
