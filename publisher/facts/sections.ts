import type { Fact, Facts } from './fact';

/** Facts that are told together. */
export interface FactSection {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** All facts, in the order in which people are told of them: what is granted first, then what breaks. */
export function sectionsOf({ interface: facts, permissions }: Facts): FactSection[] {
  const all: readonly FactSection[] = [
    { title: BY_DEFAULT, facts: permissions.filter(({ by_default }) => by_default) },
    {
      title: 'Permissions that inputs switch on',
      facts: permissions.filter(({ by_default }) => !by_default),
    },
    ...(
      [
        ['major', 'Breaking'],
        ['minor', 'New'],
        ['patch', 'Other'],
      ] as const
    ).map(([step, title]) => ({ title, facts: facts.filter((fact) => fact.step === step) })),
  ];
  return all.filter((section) => section.facts.length > 0);
}

export const BY_DEFAULT = 'Permissions, by default';

/**
 * How something was, or is: lists are told element by element, texts as they are.
 *
 * @param quoted how a value is written
 */
export const valueLines = (value: unknown, quoted = (text: string): string => text): string[] =>
  value === null
    ? []
    : (Array.isArray(value) && value.length > 0 ? (value as unknown[]) : [value])
        .map((line) => (typeof line === 'string' && line !== '' ? line : JSON.stringify(line)))
        .map(quoted);
