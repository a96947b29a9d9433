import { relative } from 'node:path';
import { LocalBackend, S3Backend, TerraformStack, TerraformVariable } from 'cdktf';
import type { S3BackendConfig, App } from 'cdktf';
import { AwsProvider } from '../aws-bindings';
import { UsageError } from '../errors';
import { synthesize } from './interface';
import type { ModuleDefinition } from './module';
import { instantiate } from './variables';

/** Key in the context of `cdktf.json` that asks for remote state. */
const BACKEND_CONTEXT = 's3_backend';

/** Where the state of the stacks goes: arguments of Terraform's S3 backend, and a prefix for the key. */
type S3BackendContext = Omit<S3BackendConfig, 'key'> & { readonly keyPrefix?: string };

/**
 * A module as a stack of its own for `cdktf deploy`: the same construct on the
 * same variables, with a provider and a backend.
 */
export class DeployableStack extends TerraformStack {
  constructor(
    private readonly app: App,
    definition: ModuleDefinition,
  ) {
    super(app, definition.name);
    this.addProvider();
    this.addBackend();
    instantiate(this, definition);
    const { terraform } = synthesize(definition).configuration;
    // CDKTF would pin the one version its bindings were made from
    this.addOverride('terraform.required_version', terraform?.required_version);
    this.addOverride('terraform.required_providers', terraform?.required_providers);
  }

  private addProvider(): void {
    const region = new TerraformVariable(this, 'variable_aws_region', {
      type: 'string',
      description: 'Region of the provider. Null: AWS_REGION or the profile says it.',
      nullable: true,
    });
    region.overrideLogicalId('aws_region');
    region.addOverride('default', null);
    new AwsProvider(this, 'provider', { region: region.stringValue });
  }

  private addBackend(): void {
    const context: unknown = this.node.tryGetContext(BACKEND_CONTEXT);
    if (context === undefined) {
      new LocalBackend(this, { path: this.localStatePath() });
      return;
    }
    if (!isBackendContext(context)) {
      throw new UsageError(
        'S3BackendContext',
        `context.${BACKEND_CONTEXT} in cdktf.json must be an object with a bucket and without a key, got ${JSON.stringify(context)}; the key is keyPrefix and the stack: see docs/cdktf.md, "Remote state"`,
        this,
      );
    }
    const { keyPrefix = 'ssm-iam/', ...backend } = context;
    new S3Backend(this, { ...backend, key: `${keyPrefix}${this.node.id}.tfstate` });
  }

  /** In the project folder, said from where Terraform runs: an absolute path would tie it to one machine. */
  private localStatePath(): string {
    const runsIn = `${this.app.outdir}/stacks/${this.node.id}`;
    return `${relative(runsIn, process.cwd())}/terraform.${this.node.id}.tfstate`;
  }
}

function isBackendContext(context: unknown): context is S3BackendContext {
  return (
    typeof context === 'object' && context !== null && 'bucket' in context && !('key' in context)
  );
}
