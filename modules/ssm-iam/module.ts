import type { Input } from '../../generator/inputs';
import type { ModuleDefinition } from '../../generator/module';
import { moduleInput } from '../../generator/module-object';
import { camelCase, snakeCase } from '../../generator/names';
import { eachKey } from '../../generator/map-rules';
import { attributeRule, lacks } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { awsPage } from '../iam/aws-pages';
import { awsProvider } from '../iam/aws-provider';
import { cases } from './cases';
import { AccountSetup } from './construct';
import { rootDomain } from './domain';
import { effectiveInputs } from './effective-inputs';
import { sharedInputs } from './inputs';
import { distinctRoleNames, someAutomationRole } from './requirements';
import { S3_POLICY_MODULE, SHARED_KEY, isNodeRole, wiresOf } from './wiring';

/** The keys of the shared policies stand beside the caller's. */
const notOurKey = lacks(`^${SHARED_KEY}`, {
  refused: `${SHARED_KEY}agent`,
  code: 'SharedPolicyKey',
  must: `must not begin with "${SHARED_KEY}"`,
  remedy: 'choose another: these are the keys of the shared S3 policies',
  see: awsPage.managedPolicies,
});

const noSharedKey: Rule<object> = {
  ...attributeRule('additionalPolicyArns', eachKey(notOurKey)),
  refused: (accepted) => ({
    ...accepted,
    additionalPolicyArns: { [`${SHARED_KEY}agent`]: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
  }),
};

/** The module that sets up an account: one object for each of these modules, and what they share. */
export function rootModule(modules: readonly ModuleDefinition[]): ModuleDefinition {
  const [s3Policy] = modules.filter(({ name }) => name === S3_POLICY_MODULE);
  if (s3Policy === undefined) {
    throw new Error(`the catalog has no ${S3_POLICY_MODULE}, which the roles share`);
  }
  const byObject = modules.filter((one) => one !== s3Policy);
  const requirements = { someAutomationRole, distinctRoleNames: distinctRoleNames(byObject) };
  const called = { byObject, s3Policy, requirements };
  const inputs = {
    ...Object.fromEntries(byObject.map((one) => [camelCase(one.name), objectOf(one)])),
    ...sharedInputs,
  };
  const outputs = byObject.map(({ name, outputs }): [string, string] => [
    camelCase(name),
    `What \`${name}\` made, by the names of its outputs: ${names(outputs)}. Null if there is none.`,
  ]);
  return {
    name: 'ssm-iam',
    summary:
      'The IAM side of AWS Systems Manager for an account, in one call: each role that an object asks for, S3 policies that they share, and what they need of each other.',
    awsPage: awsPage.settingUpNodes,
    provider: awsProvider,
    calls: modules,
    inputs,
    requirements: Object.values(requirements),
    outputs: {
      ...Object.fromEntries(outputs),
      s3PolicyArns: 'ARNs of the shared S3 policies; empty if nothing asks for one.',
    },
    cases,
    differences: [],
    domain: rootDomain(
      called,
      byObject.filter(({ inputs }) => isNodeRole(inputs)),
      inputs,
    ),
    effective: (given) => effectiveInputs(byObject, given),
    build: (scope, id, props) => new AccountSetup(scope, id, called, inputs, props),
  };
}

function objectOf(called: ModuleDefinition): Input<unknown> {
  const wires = Object.entries(wiresOf(called));
  const standIns = wires.flatMap(([input, { standIn }]) =>
    standIn === undefined ? [] : [[input, standIn] as const],
  );
  const object = moduleInput(called, Object.fromEntries(standIns));
  return isNodeRole(called.inputs)
    ? {
        ...object,
        rules: [...object.rules, noSharedKey],
      }
    : object;
}

const names = (outputs: object): string =>
  Object.keys(outputs)
    .map((output) => `\`${snakeCase(output)}\``)
    .join(', ');
