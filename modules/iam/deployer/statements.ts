import type { DeployerStatement } from '../../../contract/deployer';
import type { Inputs } from '../../../generator/inputs';
import { snakeCase } from '../../../generator/names';
import { isNot } from '../permissions/model';
import type { Term, When } from '../permissions/model';
import { partsOf } from '../permissions/placeholders';
import { actionsOf } from './actions';
import type { Actions, Sid } from './actions';
import { TARGETS } from './targets';

/** End of the name of a statement: see `withoutPath`. */
export const WITHOUT_PATH = 'WithoutPath';

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
  const statements = (Object.keys(TARGETS) as Sid[]).flatMap((sid) => {
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
    return asking.length === 0 || statement.resources.length === 0 ? [] : [statement];
  });
  return [...statements, ...statements.flatMap(withoutPath)];
}

const HAS_PATH = /:(role|instance-profile)\$\{path\}/;

/**
 * What reads roles and instance profiles, on their names alone: AWS does not know the path of what
 * is not there, and Terraform must learn that it is not there.
 */
function withoutPath({ actions, ...statement }: DeployerStatement): DeployerStatement[] {
  const resources = statement.resources
    .filter(({ text }) => HAS_PATH.test(text))
    .map(({ text, when = [], ...term }) => ({
      ...term,
      text: text.replace('${path}', '/'),
      when: [...when, isNot('path', '/')],
    }));
  const reading = together([actions], (action) => /^iam:(Get|List)/.test(action));
  return resources.length === 0 || Object.values(reading).flat().length === 0
    ? []
    : [{ ...statement, sid: statement.sid + WITHOUT_PATH, actions: reading, resources }];
}

function together(all: readonly Actions[], wanted = (_action: string): boolean => true): Actions {
  const of = (step: keyof Actions): string[] =>
    [...new Set(all.flatMap((actions) => actions[step]).filter(wanted))].sort();
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

/** The inputs, and their attributes, that a text names. */
export const pathsIn = (text: string): string[] =>
  partsOf(text).flatMap((part) => (typeof part === 'string' ? [] : [part.path]));
