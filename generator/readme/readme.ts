import { mermaid } from '../../contract/diagram';
import type { Companions } from '../companions';
import { MARKER } from '../emit/terraform-files';
import type { ModuleInterface } from '../interface';
import { cases, examples, takeOver, tests, usage } from './how-to';
import { differences, rules, upgrades } from './limits';
import { fenced } from './markdown';
import { terraformDocs } from './terraform-docs';

/** Makes paragraphs, headings and blocks of a README. */
type Section = (module: ModuleInterface, companions: Companions) => readonly string[];

/** In the order in which a user reads. */
const SECTIONS: readonly Section[] = [
  ({ name, summary, domain: { overview } }) => [
    `<!-- ${MARKER} -->`,
    `# ${name}`,
    summary,
    ...(overview === undefined ? [] : [overview]),
  ],
  (module, { publication }) => usage(module, publication),
  (module) => [terraformDocs(module)],
  ({ domain }) => domain.sections,
  diagram,
  cases,
  differences,
  rules,
  ({ name }, companions) => takeOver(companions.examples[name] ?? {}),
  ({ name }, companions) => examples(companions.examples[name] ?? {}),
  tests,
  upgrades,
];

function diagram({ domain: { diagram: drawn, legend } }: ModuleInterface): string[] {
  return drawn === undefined
    ? []
    : ['## Diagram', fenced('mermaid', mermaid(drawn)), ...(legend === undefined ? [] : [legend])];
}

/** The README of a module. */
export function readme(module: ModuleInterface, companions: Companions): string {
  const paragraphs = SECTIONS.flatMap((section) => section(module, companions));
  return `${paragraphs.join('\n\n')}\n`;
}
