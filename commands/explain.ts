import type { Command } from 'commander';
import { UsageError } from '../errors';
import type { ModuleDefinition } from '../generator/module';
import { chosenModule } from './chosen-modules';
import { coloursOf } from './colours';
import type { GivenInputs } from './given-inputs';

interface ExplainOptions {
  readonly deployer?: true;
  readonly json?: true;
}

export function addExplain(program: Command): void {
  const options: GivenInputs[] = [];
  program
    .command('explain')
    .summary('say who may do what with given inputs, and why')
    .description(
      'Says who may assume the role of a module, what it may do then, and which inputs and which pages of AWS ask for it. Inputs are checked as a plan checks them; those that are not given have their defaults.',
    )
    .argument('<module>', 'name of the module, like "instance-profile"')
    .option(
      '--var-file <path>',
      'inputs in a .tfvars or .tfvars.json file, like "servers.tfvars"; may be repeated, and the last counts (default: none)',
      (file, earlier: readonly string[] | undefined) => {
        options.push({ file });
        return [...(earlier ?? []), file];
      },
    )
    .option(
      '--var <name=value>',
      'one input, like "role_name=Web" or \'regions=["us-east-2"]\'; may be repeated (default: none)',
      (variable: string) => options.push({ variable }),
    )
    .option('--json', 'print it as JSON, for programs (default: as a table)')
    .option(
      '--deployer',
      'print the IAM policy that planning, applying and destroying the module needs, instead of the grants. Always JSON. Replace ${account_id}, ${partition} and ${region} where your inputs do not set them (default: off)',
    )
    .addHelpText(
      'after',
      `
Examples:
  ssm-iam explain hybrid-service-role
  ssm-iam explain instance-profile --var-file servers.tfvars --var cloudwatch_agent=true
  ssm-iam explain s3-access-policy --var 'regions=["us-east-2"]' --json
  ssm-iam explain instance-profile --var role_name=Web --deployer`,
    )
    .action((name: string, given: ExplainOptions, command: Command) =>
      explainCommand(name, options, given, command),
    );
}

type Values = Readonly<Record<string, unknown>>;

/** @throws UsageError when the inputs are not what the module takes */
async function explainCommand(
  name: string,
  options: readonly GivenInputs[],
  { json, deployer }: ExplainOptions,
  command: Command,
): Promise<void> {
  const definition = await chosenModule(name);
  const { givenInputs } = await import('./given-inputs');
  const { readInputs } = await import('../generator/terraform-inputs');
  const given = await givenInputs(definition.inputs, options);
  const inputs = readInputs(definition, given);
  if (deployer === true) {
    const policy = await policyOfDeployer(definition, inputs);
    console.log(JSON.stringify(policy, null, 2));
    await warnOfSize(policy);
    return;
  }
  const explained = await explainModule(definition, inputs);
  console.log(
    json === true ? JSON.stringify(explained, null, 2) : await asTable(explained, given, command),
  );
}

/** @throws UsageError when the inputs ask for nothing */
async function policyOfDeployer(definition: ModuleDefinition, inputs: Values) {
  const { synthesize } = await import('../generator/interface');
  const { deployerOf, deployerPolicy } = await import('../modules/iam/deployer/policy');
  const policy = deployerPolicy(deployerOf(synthesize(definition).interface.domain), inputs);
  if (policy.Statement.length === 0) {
    throw new UsageError(
      'NothingDeployed',
      `${definition.name} creates nothing with these inputs, which needs no policy; give the inputs of your call`,
    );
  }
  return policy;
}

async function warnOfSize(policy: object): Promise<void> {
  const { LONGEST_POLICY } = await import('../modules/iam/s3-policy-size');
  const { length } = JSON.stringify(policy);
  if (length > LONGEST_POLICY) {
    console.error(
      `this policy has ${length} characters, and a managed policy takes ${LONGEST_POLICY}; attach its statements as several policies`,
    );
  }
}

type Explained = Awaited<ReturnType<typeof explainModule>>;

async function explainModule(definition: ModuleDefinition, inputs: Values) {
  const { permissionsOf } = await import('../modules/iam/permissions/domain');
  const { explain } = await import('../modules/iam/permissions/explain');
  const model = permissionsOf(definition.domain);
  const grants = explain(model, inputs);
  const attached = grants.map(({ managed_policy }) => managed_policy);
  return {
    module: definition.name,
    inputs,
    grants,
    managed_policies: Object.fromEntries(
      Object.entries(model.managed_policies).filter(([name]) => attached.includes(name)),
    ),
  };
}

async function asTable(
  { module, grants, managed_policies }: Explained,
  given: Values,
  command: Command,
): Promise<string> {
  const { grantsTable } = await import('./grants-table');
  const paint = coloursOf(command);
  if (grants.length === 0) {
    return `${paint.bold(module)}\nnothing is granted with these inputs`;
  }
  const table = grantsTable({
    grants,
    managedPolicies: managed_policies,
    given,
    paint,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  });
  return [paint.bold(module), table, ...placeholders(grants)].join('\n');
}

/** What only Terraform can fill in. */
function placeholders(grants: Explained['grants']): string[] {
  const found = [...JSON.stringify(grants).matchAll(/\$\{[a-z_.]+\}/g)].map(([name]) => name);
  return found.length === 0
    ? []
    : [`${[...new Set(found)].sort().join(' and ')}: what Terraform finds, unless it is given`];
}
