import type { Case, PlanError } from './plan-many';

/** What the AWS provider says of values that the modules leave to it. */
const WORDS = {
  whole: 'Attribute must be a whole number',
  session: 'expected max_session_duration to be in the range (3600 - 43200)',
  description: 'expected length of description to be in the range (0 - 1000)',
} as const;

/** Sets of which it says each of these, in every run. */
export const LEFT_TO_PROVIDER: readonly Omit<Case, 'id'>[] = [
  'automation-service-role',
  'hybrid-service-role',
  'instance-profile',
].flatMap((module) =>
  [
    { max_session_duration: 3600.5 },
    { max_session_duration: 3599 },
    { description: `${'é'.repeat(500)}a` },
  ].map((inputs) => ({ module, inputs })),
);

/** What the provider has to say of a case. */
export function leftToProvider({ inputs }: Pick<Case, 'inputs'>): string[] {
  const { create_role, max_session_duration, description } = inputs;
  // it looks at roles alone, and there is none
  if (create_role === false || !('max_session_duration' in inputs)) {
    return [];
  }
  const seconds = (max_session_duration ?? 3600) as number;
  const bytes = Buffer.byteLength((description ?? '') as string);
  const isWhole = Number.isInteger(seconds);
  return [
    ...(isWhole ? [] : [WORDS.whole]),
    ...(isWhole && (seconds < 3600 || seconds > 43200) ? [WORDS.session] : []),
    ...(bytes > 1000 ? [WORDS.description] : []),
  ];
}

/** An error of the provider in short, with the case that it is about. */
export function providersWord({ address, text }: PlanError): string {
  const id = /\["([^"]+)"\]/.exec(address)?.[1] ?? address;
  return `${id}: ${Object.values(WORDS).find((words) => text.startsWith(words)) ?? text}`;
}
