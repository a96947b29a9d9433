/** Programs of somebody who has the library installed, in a CDKTF app. */

/** The libraries that an app may use. */
export const LIBRARIES = ['cdktf', 'cdktn'] as const;

export type Library = (typeof LIBRARIES)[number];

/** What an app installs beside ours. */
export const peersOf = (library: Library): string[] => [
  library,
  `@${library}/provider-aws`,
  'constructs',
];

/** The program in an app of that library. */
const forLibrary = (library: Library, program: string): string =>
  library === 'cdktf'
    ? program
    : program.replace(/ from '(@?cdktf(?:\/[^']*)?|ssm-iam)'/g, (_, from: string) =>
        from === 'ssm-iam' ? " from 'ssm-iam/cdktn'" : ` from '${from.replace('cdktf', 'cdktn')}'`,
      );

/** Two instances side by side, with literals, tokens, and attributes in use. */
const servers = `
import { IamGroup } from '@cdktf/provider-aws/lib/iam-group';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, Fn, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { HybridServiceRole, InstanceProfile } from 'ssm-iam';
import type { InstanceProfileProps } from 'ssm-iam';

const allow = (Action: string, Resource: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });

const literals: InstanceProfileProps = {
  roleName: 'Web',
  path: '/web/',
  cloudwatchAgent: true,
  maxSessionDuration: 7200,
  tags: { CostCenter: '42', 'example.com/Owner': 'web' },
  inlinePolicies: { own: allow('iam:GetUser', 'arn:aws:iam::*:user/\${aws:username}') },
};

class Servers extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'us-east-2' });
    this.addOverride('terraform.required_providers.aws', { source: 'hashicorp/aws', version: '>= 3.35.0' });

    const region = new TerraformVariable(this, 'region', { type: 'string', default: 'us-east-2' });
    const jobs = new IamPolicy(this, 'jobs', {
      name: 'jobs',
      policy: allow('sqs:ReceiveMessage', 'arn:aws:sqs:us-east-2:123456789012:jobs'),
    });
    const web = new InstanceProfile(this, 'web', literals);
    const batch = new InstanceProfile(this, 'batch', {
      roleName: 'Batch',
      regions: ['us-west-2', region.stringValue],
      s3Buckets: [{ name: Fn.lower(\`JOBS-\${region.stringValue}\`), access: 'read' }],
      additionalPolicyArns: { jobs: jobs.arn },
    });
    const hybrid = new HybridServiceRole(this, 'hybrid');

    new IamGroup(this, 'operators', { name: Fn.join('-', ['operators', web.roleName]) });
    new IamRolePolicy(this, 'pass', {
      name: 'pass',
      role: hybrid.roleName,
      policy: allow('iam:PassRole', batch.roleArn),
    });
    const outputs = {
      activation: hybrid.activationRoleName,
      attached: batch.attachedPolicyArns,
      firstS3Policy: Fn.element(batch.s3PolicyArns, 0),
      policyCount: Fn.lengthOf(web.attachedPolicyArns),
      profiles: [web.instanceProfileName, batch.instanceProfileName],
    };
    for (const [name, value] of Object.entries(outputs)) {
      new TerraformOutput(this, name, { value });
    }
  }
}

const app = new App();
new Servers(app, 'servers');
app.synth();
`;

/** A program that makes one instance of a stack with the given expression of props. */
function refused(props: string): string {
  return `
import { App, TerraformStack } from 'cdktf';
import { InstanceProfile } from 'ssm-iam';

const stack = new TerraformStack(new App(), 'servers');
new InstanceProfile(stack, 'web', ${props});
`;
}

/** Tokens whose values break what props have to fulfil together, which Terraform alone can tell. */
const unfit = `
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { InstanceProfile } from 'ssm-iam';

const app = new App();
const stack = new TerraformStack(app, 'unfit');
new AwsProvider(stack, 'aws', { region: 'us-east-2' });
stack.addOverride('terraform.required_providers.aws', { source: 'hashicorp/aws', version: '>= 3.35.0' });
const no = new TerraformVariable(stack, 'no', { type: 'bool', default: false });
const core = new TerraformVariable(stack, 'core', { type: 'string', default: 'AmazonEC2RoleforSSM' });
new InstanceProfile(stack, 'web', {
  createRole: no.booleanValue,
  corePolicy: core.stringValue,
  additionalPolicyArns: { old: 'arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM' },
});
new InstanceProfile(stack, 'abroad', {
  roleName: 'Abroad',
  corePolicy: null,
  permissionsBoundary: 'arn:aws-cn:iam::123456789012:policy/Boundary',
});
app.synth();
`;

/** All of them, by the name of their file, as an app of that library has them. */
export const programsFor = (library: Library): readonly (readonly [string, string])[] =>
  Object.entries({
    'servers.ts': servers,
    'unfit.ts': unfit,
    'bad-path.ts': refused("{ path: 'a/b' }"),
    'unknown-prop.ts': refused("{\n  // @ts-expect-error\n  roleNmae: 'Web',\n}"),
  }).map(([name, program]) => [name, forLibrary(library, program)]);
