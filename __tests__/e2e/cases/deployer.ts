import { basename } from 'node:path';
import { SAMPLE_DOCUMENT } from '../../../modules/iam/examples';
import type { DeployerStatement } from '../../../contract/deployer';
import { synthesize } from '../../../generator/interface';
import type { ModuleDefinition } from '../../../generator/module';
import { readInputs } from '../../../generator/terraform-inputs';
import { root, shipped } from '../../../modules/catalog';
import { deployerOf, deployerPolicy } from '../../../modules/iam/deployer/policy';
import { WITHOUT_PATH } from '../../../modules/iam/deployer/statements';
import type { PolicyDocument } from '../../../modules/iam/deployer/policy';
import { MODULES, ROOT_MODULE } from '../harness/workspace';
import { ACCOUNT, awsPolicy } from './account';
import * as everythingOn from './everything-on';
import { allow, written } from './statements';

type Inputs = Readonly<Record<string, unknown>>;
export type Calls = Readonly<Record<string, Inputs & { readonly source: string }>>;

const INLINE = written(allow('s3:GetObject', 'arn:aws:s3:::other/*'));

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
      inline_policies: { own: SAMPLE_DOCUMENT },
    },
    account: {
      ...{ source: ROOT_MODULE, name_prefix: 'root-', path: '/team/root/' },
      ...{ instance_profile: true, s3_buckets: [{ name: 'logs' }], tags: { owner: 'ops' } },
      ...{ automation_service_role: true, automation_groups: ['operators'] },
    },
  }).map(([name, inputs]) => [
    name,
    {
      ...inputs,
      ...(name === 'hosts' && { enabled: true }),
      // another has it taken away
      ...(name === 'profile' && { permissions_boundary: null }),
    },
  ]),
);

/** Those that have not all that their modules can have. */
export const PARTIAL = ['account', 'added', 'administrators', 'profiled'];

/** What changes in place, where a module has the input; names and paths stay. */
const CHANGES: Inputs = {
  description: 'Changed.',
  max_session_duration: 3600,
  names: ['/changed'],
  permissions_boundary: null,
  s3_buckets: [{ name: 'changed', access: 'read' }],
  tags: { owner: 'changed', added: 'yes' },
  trusted_services: ['s3.amazonaws.com'],
};

/** Inline policies of the same names, with another document. */
const changedIn = (input: string, value: unknown): unknown =>
  input === 'inline_policies'
    ? Object.fromEntries(Object.keys(value as object).map((name) => [name, INLINE]))
    : value;

/** The same after the change. */
export const UPDATED: Calls = Object.fromEntries(
  Object.entries(CREATED).map(([name, { source, ...inputs }]) => [
    name,
    {
      source,
      ...Object.fromEntries(
        Object.entries(inputs).map(([input, value]) => [
          input,
          input in CHANGES ? CHANGES[input] : changedIn(input, value),
        ]),
      ),
      ...(name === 'profile' && { permissions_boundary: awsPolicy('PowerUserAccess') }),
    },
  ]),
);

const definitionOf = (source: string): ModuleDefinition => {
  const found =
    source === ROOT_MODULE ? root : shipped.find(({ name }) => name === basename(source));
  if (found === undefined) {
    throw new Error(`there is no module ${source}`);
  }
  return found;
};

/** What the deployer of a call has to be allowed. */
export const statementsOf = (source: string) =>
  deployerOf(synthesize(definitionOf(source)).interface.domain);

/** The policy of who deploys a call in us-east-2 of the account. */
export function policyOf(
  { source, ...inputs }: Calls[string],
  statements: readonly DeployerStatement[] = statementsOf(source),
): PolicyDocument {
  const place = { partition: 'aws', account_id: ACCOUNT, region: 'us-east-2' };
  const scope = { ...readInputs(definitionOf(source), inputs), ...place };
  return deployerPolicy(statements, scope);
}

export type Step = keyof DeployerStatement['actions'];

/** An action that is told for a step of a call, and on what. */
export interface Need {
  readonly call: string;
  readonly sid: string;
  readonly step: Step;
  readonly action: string;
  readonly resources: readonly RegExp[];
}

/** All that is told of what is created, but for what is needed only where something is not there. */
export const NEEDS: readonly Need[] = Object.entries(CREATED).flatMap(([call, inputs]) =>
  statementsOf(inputs.source)
    .filter(({ sid }) => !sid.endsWith(WITHOUT_PATH))
    .flatMap((statement) =>
      policyOf(inputs, [statement]).Statement.flatMap(({ Sid, Resource }) =>
        (Object.entries(statement.actions) as [Step, string[]][]).flatMap(([step, actions]) =>
          actions.map((action) => {
            const resources = Resource.map(patternOf);
            return { call, sid: Sid, step, action, resources };
          }),
        ),
      ),
    ),
);

/** Whether a call that was recorded is one that is told. */
export const isTold = ({ action, resources }: Need, record: string): boolean =>
  resources.some((resource) => {
    const [did = '', on = ''] = record.split(' ');
    return did === action && resource.test(on);
  });

/** A resource of a policy, as IAM compares it. */
function patternOf(resource: string): RegExp {
  const literal = resource.replace(/[.+$^{}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replace(/\*/g, '.*').replace(/\?/g, '.')}$`);
}
