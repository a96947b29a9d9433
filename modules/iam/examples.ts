/** Values for examples of what an input takes and refuses. */

/** A policy of AWS that no module attaches. */
export const AWS_POLICY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

/** Policies of the caller's own account: name => ARN. */
export function ownPolicies(count: number): Readonly<Record<string, string>> {
  const names = Array.from({ length: count }, (_, i) => `Example${i}`);
  return Object.fromEntries(
    names.map((name) => [name, `arn:aws:iam::123456789012:policy/${name}`]),
  );
}

const STATEMENT = { Effect: 'Allow', Action: 'sts:GetCallerIdentity', Resource: '*' };

/** A policy document. */
export const SAMPLE_DOCUMENT = JSON.stringify({ Version: '2012-10-17', Statement: STATEMENT });

/** A policy document of so many characters. */
export function documentOf(length: number): string {
  return SAMPLE_DOCUMENT.replace('*', '*'.repeat(length - SAMPLE_DOCUMENT.length + 1));
}
