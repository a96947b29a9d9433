import type { DeployerStatement } from '../../../contract/deployer';
import type { Inputs } from '../../../generator/inputs';
import { snakeCase } from '../../../generator/names';
import type { Term, When } from '../permissions/model';
import { replacePlaceholders } from '../permissions/placeholders';
import { actionsOf } from './actions';
import type { Actions, Sid } from './actions';
import { TARGETS } from './targets';

/** What texts may name although it is no input. */
const OF_THE_DEPLOYMENT = ['account_id', 'each', 'partition', 'region'];

/**
 * What whoever deploys a module has to be allowed, by the resources and data sources that it has.
 *
 * @throws Error if nobody has said what the type of one needs
 */
export function deployerStatements(
  addresses: readonly string[],
  inputs: Inputs,
): DeployerStatement[] {
  const names = Object.keys(inputs).map(snakeCase);
  return (Object.keys(TARGETS) as Sid[]).flatMap((sid) => {
    const asking = addresses.filter((address) => actionsOf(address)[sid] !== undefined);
    const { resources, conditions = [] } = TARGETS[sid];
    const statement = {
      sid,
      addresses: asking,
      when: [],
      actions: together(asking.flatMap((address) => actionsOf(address)[sid] ?? [])),
      resources: resources.flatMap((term) => termOf(term, names)),
      conditions,
    };
    return asking.length === 0 ? [] : [statement];
  });
}

function together(all: readonly Actions[]): Actions {
  const of = (step: keyof Actions): string[] =>
    [...new Set(all.flatMap((actions) => actions[step]))].sort();
  return { plan: of('plan'), create: of('create'), update: of('update'), destroy: of('destroy') };
}

/** A text without tests on what a module has no input for; nothing if it names such an input. */
function termOf({ when = [], ...term }: Term, names: readonly string[]): Term[] {
  const tests = when.filter(({ value }: When) => names.includes(value));
  const isKnown = [...pathsIn(term.text), ...(term.for_each === undefined ? [] : [term.for_each])]
    .map((path) => path.split('.')[0] ?? '')
    .every((name) => names.includes(name) || OF_THE_DEPLOYMENT.includes(name));
  return isKnown ? [{ ...term, ...(tests.length > 0 && { when: tests }) }] : [];
}

function pathsIn(text: string): string[] {
  const paths: string[] = [];
  replacePlaceholders(text, ({ path }) => {
    paths.push(path);
    return '';
  });
  return paths;
}
