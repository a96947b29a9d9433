import { isDeepStrictEqual } from 'node:util';
import type { Files } from '../../files';
import { addressFindings } from './address-facts';
import type { Test } from './emitted-module';
import { paired, stepOf } from './fact';
import type { Fact, Facts, Finding, PermissionFinding } from './fact';
import { floorFindings } from './floor-facts';
import { inputFindings } from './input-facts';
import { claimedRules } from './looser-entries';
import { managedPolicyFindings } from './managed-policy-facts';
import { outputFindings } from './output-facts';
import { permissionFindings } from './permission-facts';
import { read } from './read';
import type { Read } from './read';
import { ruleFindings, validationFindings } from './rule-facts';

/**
 * What changed between two releases: the one comparison that release plans and the site show.
 *
 * @param before the registry repository of the older one; empty: that before the first release
 * @param since its tag, for messages; empty: none
 */
export function factsBetween(before: Files, after: Files, since = ''): Facts {
  const claimed = claimedRules(before, after);
  const facts = factsOfModules(read(before, since), read(after), claimed);
  // a file that belongs to no module
  return stepOf(facts) === 'none' && !isDeepStrictEqual(before, after)
    ? { ...facts, interface: [filesChanged] }
    : facts;
}

const filesChanged: Fact = {
  module: '',
  code: 'files-changed',
  subject: 'files beside the modules',
  step: 'patch',
  before: null,
  after: null,
  text: 'files beside the modules differ',
};

function factsOfModules(
  before: readonly Read[],
  after: readonly Read[],
  claimed: readonly string[],
): Facts {
  const { gone, added, kept } = paired(before, after);
  return {
    interface: [
      ...gone.map(({ name }) => whole(name, 'module-removed', 'major', 'is gone')),
      ...added.map(({ name }) => whole(name, 'module-added', 'minor', 'is new')),
      ...kept.flatMap(([was, is]) => ofModule(is.name, interfaceFindings(was, is, claimed))),
    ],
    permissions: [
      ...added.flatMap(({ name, contract }) =>
        ofModule(name, permissionFindings({ inputs: [], permissions: [], tables: {} }, contract)),
      ),
      ...kept.flatMap(([was, is]) => ofModule(is.name, grantFindings(was, is))),
    ],
  };
}

const ofModule = <T extends Finding>(
  module: string,
  findings: readonly T[],
): (T & { readonly module: string })[] => findings.map((finding) => ({ module, ...finding }));

const whole = (name: string, code: string, step: Fact['step'], what: string): Fact => ({
  module: name,
  code,
  subject: name,
  step,
  before: code === 'module-removed' ? name : null,
  after: code === 'module-added' ? name : null,
  text: `the module ${what}`,
});

const grantFindings = ({ contract: was }: Read, { contract: is }: Read): PermissionFinding[] =>
  // most modules of a release are those of the one before, and read once
  was === is ? [] : [...permissionFindings(was, is), ...managedPolicyFindings(was, is)];

function interfaceFindings(was: Read, is: Read, claimed: readonly string[]): Finding[] {
  const [before, after] = [was.emitted, is.emitted];
  return [
    ...inputFindings(was.contract.inputs, is.contract.inputs),
    ...validationFindings(
      { inputs: was.contract.inputs, validations: before.validations },
      { inputs: is.contract.inputs, validations: after.validations },
      claimed,
    ),
    ...ruleFindings(before.demands, after.demands, (test) => isAboutNew(test, was, is), claimed),
    ...ruleFindings(before.checks, after.checks, () => false, claimed),
    ...outputFindings(
      { outputs: was.contract.outputs, values: before.values },
      { outputs: is.contract.outputs, values: after.values },
    ),
    ...addressFindings(was.addresses, is.addresses),
    ...floorFindings(before, after),
    ...restFindings(was, is),
  ];
}

/** What only inputs that are new have to fulfil together refuses nobody who was there before. */
function isAboutNew({ code }: Test, was: Read, is: Read): boolean {
  const known = was.contract.inputs.map(({ name }) => name);
  const about = is.contract.requirements
    .filter((one) => one.code === code)
    .flatMap(({ inputs }) => inputs);
  return about.length > 0 && about.every((input) => !known.includes(input));
}

/** What differs beside the interface. */
function restFindings(was: Read, is: Read): Finding[] {
  const paths = [...new Set([...Object.keys(was.files), ...Object.keys(is.files)])].sort();
  const differing = paths.filter((path) => was.files[path] !== is.files[path]);
  if (differing.length === 0) {
    return [];
  }
  const shared = { step: 'patch', before: null, after: null } as const;
  return [
    { ...shared, code: 'files-changed', subject: differing.join(', '), text: wordsFor(differing) },
    ...(isDeepStrictEqual(was.emitted.evaluated, is.emitted.evaluated)
      ? []
      : [
          {
            ...shared,
            code: 'implementation-changed',
            subject: is.name,
            text: 'Terraform evaluates something else; npm test says whether an upgrade plans a change',
          },
        ]),
  ];
}

const wordsFor = (files: readonly string[]): string =>
  files.length === 1 ? `${files[0] ?? ''} differs` : `${files.length} files differ`;
