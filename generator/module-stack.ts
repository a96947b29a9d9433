import { TerraformStack } from 'cdktf';
import { RootConstruct } from 'constructs';
import { shipDataFiles } from './data-files';
import { versionFloors } from './floors';
import type { VersionFloors } from './floors';
import type { ModuleDefinition } from './module';
import type { TerraformJson } from './terraform-json';
import { instantiate } from './variables';

/**
 * A stack whose synthesized JSON is a child module: no provider, no backend, no
 * metadata, and floors for the versions of Terraform and the provider.
 */
export class ModuleStack extends TerraformStack {
  private known: VersionFloors | undefined;

  /** @param called floors of the modules that it calls, which its own are never below */
  constructor(
    private readonly definition: ModuleDefinition,
    private readonly called: readonly VersionFloors[],
  ) {
    super(new RootConstruct(), definition.name);
    shipDataFiles(this, definition.dataFiles ?? []);
    instantiate(this, definition);
  }

  override toTerraform(): TerraformJson {
    const configuration = this.blocks();
    this.known ??= this.floorsOf(configuration);
    return { ...configuration, terraform: this.known.block };
  }

  /** The lowest versions that run it, and all modules that it calls. */
  floors(): VersionFloors {
    this.known ??= this.floorsOf(this.blocks());
    return this.known;
  }

  private blocks(): TerraformJson {
    return withoutMetadata(super.toTerraform() as Record<string, unknown>);
  }

  private floorsOf(configuration: TerraformJson): VersionFloors {
    return versionFloors(configuration, this.definition, this.called);
  }
}

/** CDKTF's notes to itself stand at the root and in each block that has labels; comments of ours in `locals`. */
function withoutMetadata(configuration: Record<string, unknown>): TerraformJson {
  const { '//': _metadata, ...blocks } = configuration;
  for (const blockType of ['resource', 'data']) {
    const byType = (blocks[blockType] ?? {}) as Record<
      string,
      Record<string, Record<string, unknown>>
    >;
    for (const block of Object.values(byType).flatMap((byName) => Object.values(byName))) {
      delete block['//'];
    }
  }
  return blocks;
}
