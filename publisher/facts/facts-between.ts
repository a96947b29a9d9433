import { isDeepStrictEqual } from 'node:util';
import type { Contract } from '../../contract/contract';
import type { Attribute, Input } from '../../contract/module';
import type { Files } from '../../files';
import { addressFindings } from './address-facts';
import type { EmittedModule, Test } from './emitted-module';
import { paired, stepOf } from './fact';
import type { Fact, Facts, Finding, PermissionFinding } from './fact';
import { floorFindings } from './floor-facts';
import { inputFindings } from './input-facts';
import { managedPolicyFindings } from './managed-policy-facts';
import { outputFindings } from './output-facts';
import { permissionFindings } from './permission-facts';
import { read } from './read';
import type { Read } from './read';
import { ruleFindings } from './rule-facts';

/** What changed since the registry repository of a tag: an empty one is that before the first release. */
export function factsBetween(before: Files, after: Files, since = ''): Facts {
  const facts = factsOfModules(read(before, since), read(after));
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

function factsOfModules(before: readonly Read[], after: readonly Read[]): Facts {
  const { gone, added, kept } = paired(before, after);
  return {
    interface: [
      ...gone.map(({ name }) => whole(name, 'module-removed', 'major', 'is gone')),
      ...added.map(({ name }) => whole(name, 'module-added', 'minor', 'is new')),
      ...kept.flatMap(([was, is]) => ofModule(is.name, interfaceFindings(was, is))),
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

const grantFindings = (was: Read, is: Read): PermissionFinding[] =>
  grantsAlike(was.contract, is.contract)
    ? []
    : [
        ...permissionFindings(was.contract, is.contract),
        ...managedPolicyFindings(was.contract, is.contract),
      ];

/** Whether nothing that permissions hang on differs: the long comparison would find nothing. */
function grantsAlike(was: Contract, is: Contract): boolean {
  const known = was.inputs.map(({ name }) => name);
  const grants = ({ permissions, tables, managed_policies, inputs }: Contract): string =>
    JSON.stringify([
      ...[permissions, tables, managed_policies],
      inputs.filter(({ name }) => known.includes(name)),
    ]);
  return was === is || grants(was) === grants(is);
}

function interfaceFindings(was: Read, is: Read): Finding[] {
  return [
    ...inputFindings(was.contract.inputs, is.contract.inputs),
    ...validationFindings(was, is),
    ...ruleFindings(was.emitted.demands, is.emitted.demands, (test) =>
      isAboutNew(test, was.contract, is.contract),
    ),
    ...ruleFindings(was.emitted.checks, is.emitted.checks, () => false),
    ...outputFindings(
      { outputs: was.contract.outputs, values: was.emitted.values },
      { outputs: is.contract.outputs, values: is.emitted.values },
    ),
    ...addressFindings(was.addresses, is.addresses),
    ...floorFindings(was.emitted, is.emitted),
    ...restFindings(was, is),
  ];
}

/** The rules of the inputs that both have. */
function validationFindings(was: Read, is: Read): Finding[] {
  return paired(was.contract.inputs, is.contract.inputs).kept.flatMap(([old, next]) => {
    const known = pathsOf(old.attributes);
    return ruleFindings(
      validationsOf(was.emitted, old),
      validationsOf(is.emitted, next),
      (test) => {
        const attribute = test.place.slice(next.name.length + 1);
        return attribute !== '' && !known.includes(attribute);
      },
    );
  });
}

/** The contract tells the rules in the order of the validations, and what each is about. */
function validationsOf({ validations }: EmittedModule, { name, rules }: Input): Test[] {
  return validations
    .filter(({ place }) => place === name)
    .map((test, index) => {
      const rule = rules[index]?.code === test.code ? rules[index] : undefined;
      const { attribute } = rule ?? {};
      return { ...test, rule, place: attribute === undefined ? name : `${name}.${attribute}` };
    });
}

/** As rules name them: those of objects in objects after the attribute that holds them. */
const pathsOf = (attributes: readonly Attribute[]): string[] =>
  attributes.flatMap(({ name, attributes: inner = [] }) => [
    name,
    ...pathsOf(inner).map((path) => `${name} ${path}`),
  ]);

/** What only inputs that are new have to fulfil together refuses nobody who was there before. */
function isAboutNew({ code }: Test, was: Contract, is: Contract): boolean {
  const known = was.inputs.map(({ name }) => name);
  const about = is.requirements.filter((one) => one.code === code).flatMap(({ inputs }) => inputs);
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
