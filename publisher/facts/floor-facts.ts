import { isDeepStrictEqual } from 'node:util';
import { lt } from 'semver';
import type { EmittedModule, ProviderRequirement } from './emitted-module';
import { judged } from './fact';
import type { Finding } from './fact';

const finding = judged(
  {
    'provider-changed': ['major', 'is needed otherwise'],
    'floor-changed': ['major', 'takes other versions'],
    'floor-lowered': ['minor', 'takes older versions too'],
  },
  (subject) => subject,
);

type Floors = Pick<EmittedModule, 'requiredVersion' | 'providers'>;

/**
 * What changed between the versions of Terraform and of providers that two releases
 * take. Credits: tfbreak BC200 and BC201, which take every change for a break; a floor
 * that is lowered refuses nobody, so here it is none.
 */
export function floorFindings(before: Floors, after: Floors): Finding[] {
  const names = [...new Set([...Object.keys(before.providers), ...Object.keys(after.providers)])];
  return [
    ...constraintFindings('terraform', before.requiredVersion, after.requiredVersion),
    ...names
      .sort()
      .flatMap((name) =>
        providerFindings(`provider ${name}`, before.providers[name], after.providers[name]),
      ),
  ];
}

function providerFindings(
  subject: string,
  was: ProviderRequirement | undefined,
  is: ProviderRequirement | undefined,
): Finding[] {
  const { version: wasVersion = '', ...wasRest } = was ?? {};
  const { version: isVersion = '', ...isRest } = is ?? {};
  const isKept = was !== undefined && is !== undefined && isDeepStrictEqual(wasRest, isRest);
  return isKept
    ? constraintFindings(subject, wasVersion, isVersion)
    : [finding('provider-changed', subject, was ?? null, is ?? null)];
}

function constraintFindings(subject: string, was: string, is: string): Finding[] {
  return was === is
    ? []
    : [finding(isLower(was, is) ? 'floor-lowered' : 'floor-changed', subject, was, is)];
}

/** Whether one floor is below another; no constraint is the lowest floor. */
function isLower(was: string, is: string): boolean {
  const [from, to] = [was, is].map((text) => /^>= (\d+\.\d+\.\d+)$/.exec(text)?.[1]);
  return from !== undefined && (is === '' || (to !== undefined && lt(to, from)));
}
