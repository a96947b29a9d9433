import type { Contract } from '../../contract/contract';
import type { PermissionFinding } from './fact';

type Attaching = Pick<Contract, 'managed_policies' | 'permissions'>;

/**
 * What changed in the policies of AWS that a module attaches. AWS changes them for
 * everybody at once, whatever release they use: what is taken away there is no break of
 * this release, but a reviewer has to know what is granted with it.
 */
export function managedPolicyFindings(before: Attaching, after: Attaching): PermissionFinding[] {
  const names = Object.keys(before.managed_policies).filter(
    (name) => after.managed_policies[name] !== undefined,
  );
  return names.flatMap((name): PermissionFinding[] => {
    const [old, next] = [linesOf(before, name), linesOf(after, name)];
    const [gone, added] = [without(old, next), without(next, old)];
    if (gone.length === 0 && added.length === 0) {
      return [];
    }
    const [was, is] = [before.managed_policies[name], after.managed_policies[name]];
    return [
      {
        code: 'managed-policy-changed',
        subject: name,
        step: 'minor',
        before: gone.length === 0 ? null : gone,
        after: added.length === 0 ? null : added,
        text: `AWS changed \`${name}\` from ${was?.version} to ${is?.version}, on ${is?.updated}`,
        by_default: after.permissions.some(
          ({ managed_policy, by_default }) => managed_policy === name && by_default,
        ),
      },
    ];
  });
}

const without = (lines: readonly string[], others: readonly string[]): string[] =>
  lines.filter((line) => !others.includes(line));

/** What a policy allows and denies, an action a line. */
function linesOf({ managed_policies }: Attaching, name: string): string[] {
  const statements = managed_policies[name]?.statements ?? [];
  const lines = statements.flatMap(({ Effect, Action, Resource, Condition }) => {
    const cases = Condition === undefined ? '' : ` if ${JSON.stringify(Condition)}`;
    return Action.map((action) => `${Effect} ${action} on ${Resource.join(', ')}${cases}`);
  });
  return [...new Set(lines)].sort();
}
