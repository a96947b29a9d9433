import { TerraformStack } from 'cdktf';
import { RootConstruct } from 'constructs';
import { shipDataFiles } from './data-files';
import type { ModuleDefinition } from './module';
import type { TerraformJson } from './terraform-json';
import { instantiate } from './variables';

/**
 * A stack whose synthesized JSON is a child module: no provider, no backend, no
 * metadata. The versions that it needs are told by what it holds: see `floors.ts`.
 */
export class ModuleStack extends TerraformStack {
  constructor(definition: ModuleDefinition) {
    super(new RootConstruct(), definition.name);
    shipDataFiles(this, definition.dataFiles ?? []);
    instantiate(this, definition);
  }

  override toTerraform(): TerraformJson {
    const { terraform: _versions, ...blocks } = super.toTerraform() as Record<string, unknown>;
    return withoutMetadata(blocks);
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
