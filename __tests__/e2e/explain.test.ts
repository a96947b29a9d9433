import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { snakeCase } from '../../generator/names';
import { instanceProfile } from '../../modules/instance-profile/module';
import { runCommand } from '../fixtures/command';
import { diagnosticsIn } from './harness/messages';
import { describeEndToEnd } from './harness/suite';
import type { Bench } from './harness/suite';
import { MODULES } from './harness/workspace';
import type { Workspace } from './harness/workspace';

const NATIVE = `
role_name            = "Web"           # a comment
max_session_duration = "7200"
cloudwatch_agent     = "true"
permissions_boundary = null
regions              = ["us-west-2", "us-east-2", "us-west-2"]
s3_buckets = [
  { name = "logs", access = "write", cross_account = "true" },
  { prefix = "a/b", name = "scripts", access = null, encrypted = false },
]
tags = {
  "Cost-Center" = 7
  Team          = "a b \\u00e9"
}
inline_policies = {
  home = <<-EOT
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::home/$\${aws:username}/*"}]}
  EOT
}
`;
const AS_JSON = {
  path: '/team/',
  description: 'costs $${x}',
  max_session_duration: '3600',
  s3_policy_name: null,
};

const WRONG = `
role_name   = "my role"
agent_buckets = "older"
path        = "team"
tags        = { "aws:x" = "1" }
s3_buckets  = [{ name = "logs", access = "all" }, { name = "Logs" }, { name = "x-logs", access = "read", cross_account = true }]
core_policy = "None"
`;
const TOGETHER = `
create_role      = false
trusted_services = ["events.amazonaws.com"]
regions          = ["us-east-2", "moon-1", "mars-1"]
`;

const names = Object.keys(instanceProfile.inputs).map(snakeCase);

/** The module as a root, so that Terraform takes the very files that the command takes. */
function moduleAsRoot(bench: Bench): Workspace {
  const workspace = bench.workspace({
    output: { read: { value: Object.fromEntries(names.map((name) => [name, `\${var.${name}}`])) } },
  });
  const module = join(MODULES, 'instance-profile');
  for (const file of readdirSync(module).filter((name) => name.endsWith('.tf.json'))) {
    cpSync(join(module, file), join(workspace.folder, `module-${file}`));
  }
  for (const table of ['agent-buckets.json', 'aws-policies.json']) {
    cpSync(join(module, table), join(workspace.folder, table));
  }
  workspace.write('native.tfvars', NATIVE);
  workspace.write('more.tfvars.json', JSON.stringify(AS_JSON));
  workspace.write('wrong.tfvars', WRONG);
  workspace.write('together.tfvars', TOGETHER);
  return workspace;
}

/** The messages in what the command prints. */
const told = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => / \[\w+\]$/.test(line))
    .sort();

/** The messages of a plan with `-json`, one or more in a diagnostic, without what Terraform adds of its own. */
const planned = (text: string): string[] =>
  diagnosticsIn(text)
    .flatMap(({ detail }) => detail.split('\n\n')[0]?.split('\n') ?? [])
    .sort();

describeEndToEnd('explain and Terraform', (bench) => {
  let workspace: Workspace;
  const explain = (...args: readonly string[]) =>
    runCommand(workspace.folder, ['explain', 'instance-profile', ...args]);

  beforeAll(async () => {
    workspace = moduleAsRoot(bench());
    await workspace.init();
  });

  test('read the same values in the same files and options', async () => {
    const options = [
      ...['native.tfvars', 'more.tfvars.json'].map((file) => `--var-file=${file}`),
      '--var=role_name=Db',
      '--var=additional_policy_arns={ x = "arn:aws:iam::aws:policy/ReadOnlyAccess" }',
    ];
    const { out, err } = explain(...options, '--json');
    const plan = await workspace.plan(...options.map((option) => option.slice(1)));

    expect(err).toBe('');
    expect((JSON.parse(out) as { inputs: unknown }).inputs).toEqual(
      plan.output_changes?.read?.after,
    );
  });

  test.each(['wrong.tfvars', 'together.tfvars'])('refuse %s in the same words', async (file) => {
    const { code, err } = explain(`--var-file=${file}`);
    const { text } = await workspace.run('plan', '-json', '-input=false', `-var-file=${file}`);
    expect(code).toBe(1);
    expect(told(err).length).toBeGreaterThan(1);
    expect(told(err)).toEqual(planned(text));
  });
});
