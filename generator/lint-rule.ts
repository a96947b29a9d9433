import type { TerraformJson } from './terraform-json';

/** Something that must not be in a module we ship. */
export interface Finding {
  /** Stable code of the broken rule. */
  readonly code: string;
  readonly message: string;
}

/** Where a text stands in a configuration, like `locals.path`, and the text. */
export type PlacedText = readonly [address: string, text: string];

/** @param texts every text in the configuration */
export type LintRule = (configuration: TerraformJson, texts: readonly PlacedText[]) => Finding[];
