import { TerraformStack } from 'cdktf';
import { RootConstruct } from 'constructs';
import { shipDataFiles } from './data-files';
import type { ModuleDefinition } from './module';
import { addressed } from './terraform-json';
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

  /** Without CDKTF's notes to itself, at the root and in blocks; comments of ours stand in `locals`. */
  override toTerraform(): TerraformJson {
    const whole = super.toTerraform() as TerraformJson;
    const { terraform: _versions, '//': _metadata, ...blocks } = whole;
    addressed(blocks).forEach(([, block]) => {
      delete (block as Record<string, unknown>)['//'];
    });
    return blocks;
  }
}
