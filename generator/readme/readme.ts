import { mermaid } from '../../contract/diagram';
import type { Companions } from '../companions';
import { MARKER } from '../emit/terraform-files';
import type { ModuleInterface } from '../interface';
import { cases, examples, tests, usage } from './how-to';
import { differences, rules, upgrades } from './limits';
import { fenced } from './markdown';
import { terraformDocs } from './terraform-docs';

/** Makes paragraphs, headings and blocks of a README. */
type Section = (module: ModuleInterface, companions: Companions) => readonly string[];

/** In the order in which a user reads. */
const SECTIONS: readonly Section[] = [
  ({ name, summary, domain }) => [
    `<!-- ${MARKER} -->`,
    `# ${name}`,
    summary,
    ...(domain.diagram ? [fenced('mermaid', mermaid(domain.diagram))] : []),
    domain.overview,
  ],
  (module, { publication }) => usage(module, publication),
  ({ name }, companions) => examples(companions.examples[name] ?? {}),
  cases,
  ({ domain }) => domain.sections,
  differences,
  (module) => [terraformDocs(module)],
  rules,
  tests,
  upgrades,
];

/** The README of a module. */
export function readme(module: ModuleInterface, companions: Companions): string {
  const paragraphs = SECTIONS.flatMap((section) => section(module, companions));
  return `${paragraphs.join('\n\n')}\n`;
}
