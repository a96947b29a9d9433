import { basename } from 'node:path';
import { synthesize } from '../../../generator/interface';
import type { ModuleDefinition } from '../../../generator/module';
import { readInputs } from '../../../generator/terraform-inputs';
import { shipped } from '../../../modules/catalog';
import { deployerOf, deployerPolicy } from '../../../modules/iam/deployer/policy';
import type { PolicyDocument } from '../../../modules/iam/deployer/policy';
import { MODULES } from '../harness/workspace';
import { ACCOUNT, awsPolicy } from './account';
import * as everythingOn from './everything-on';

type Inputs = Readonly<Record<string, unknown>>;
export type Calls = Readonly<Record<string, Inputs & { readonly source: string }>>;

const INLINE = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::other/*' }],
});

/** Every module with everything on, and an instance profile for a role that exists. */
export const CREATED: Calls = Object.fromEntries(
  Object.entries({
    ...everythingOn.inputs(MODULES),
    profiled: {
      source: `${MODULES}/instance-profile`,
      create_role: false,
      existing_role_name: 'existing',
      create_instance_profile: true,
      core_policy: null,
    },
  }).map(([name, inputs]) => [
    name,
    {
      ...inputs,
      ...('permissions_boundary' in inputs && { exclusive_policies: true }),
      ...(name === 'hosts' && { enabled: true }),
      // another has it taken away
      ...(name === 'profile' && { permissions_boundary: null }),
    },
  ]),
);

/** What changes in place, where a module has the input; names and paths stay. */
const CHANGES: Inputs = {
  additional_policy_arns: { other: awsPolicy('job-function/ViewOnlyAccess') },
  description: 'Changed.',
  inline_policies: { changed: INLINE },
  max_session_duration: 3600,
  names: ['/changed'],
  permissions_boundary: null,
  s3_buckets: [{ name: 'changed', access: 'read' }],
  tags: { owner: 'changed', added: 'yes' },
  trusted_services: ['s3.amazonaws.com'],
};

/** The same after the change. */
export const UPDATED: Calls = Object.fromEntries(
  Object.entries(CREATED).map(([name, { source, ...inputs }]) => [
    name,
    {
      source,
      ...Object.fromEntries(
        Object.entries(inputs).map(([input, value]) => [
          input,
          input in CHANGES ? CHANGES[input] : value,
        ]),
      ),
      ...(name === 'profile' && { permissions_boundary: awsPolicy('PowerUserAccess') }),
    },
  ]),
);

const definitionOf = (source: string): ModuleDefinition => {
  const found = shipped.find(({ name }) => name === basename(source));
  if (found === undefined) {
    throw new Error(`there is no module ${source}`);
  }
  return found;
};

/** What the deployer of a call has to be allowed. */
export const statementsOf = (source: string) =>
  deployerOf(synthesize(definitionOf(source)).interface.domain);

/** The policy of who deploys a call in us-east-2 of the account. */
export function policyOf({ source, ...inputs }: Calls[string]): PolicyDocument {
  const place = { partition: 'aws', account_id: ACCOUNT, region: 'us-east-2' };
  const scope = { ...readInputs(definitionOf(source), inputs), ...place };
  return deployerPolicy(statementsOf(source), scope);
}
