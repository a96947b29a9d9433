import { isDeepStrictEqual } from 'node:util';
import { compare } from 'semver';
import type { EmittedModule, ProviderRequirement } from './emitted-module';
import { judged } from './fact';
import type { Finding } from './fact';

const finding = judged(
  {
    'provider-added': ['major', 'is needed now'],
    'provider-removed': ['major', 'is not taken any more; who passes it on is warned or refused'],
    'provider-changed': ['major', 'is another one'],
    'floor-changed': ['major', 'is not proven to take what it took'],
    'floor-raised': ['major', 'has to be newer'],
    'floor-lowered': ['minor', 'may be older'],
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
      .flatMap((name) => providerFindings(name, before.providers[name], after.providers[name])),
  ];
}

function providerFindings(
  name: string,
  was: ProviderRequirement | undefined,
  is: ProviderRequirement | undefined,
): Finding[] {
  const subject = `provider ${name}`;
  if (was === undefined) {
    return [finding('provider-added', subject, null, textOf(is))];
  }
  if (is === undefined) {
    return [finding('provider-removed', subject, textOf(was), null)];
  }
  const { version: wasVersion = '', ...wasRest } = was;
  const { version: isVersion = '', ...isRest } = is;
  return isDeepStrictEqual(wasRest, isRest)
    ? constraintFindings(subject, wasVersion, isVersion)
    : [finding('provider-changed', subject, textOf(was), textOf(is))];
}

const textOf = (requirement: ProviderRequirement | undefined): string =>
  JSON.stringify(requirement ?? {});

function constraintFindings(subject: string, was: string, is: string): Finding[] {
  if (was === is) {
    return [];
  }
  const order = orderOf(was, is);
  const code = order === undefined ? 'floor-changed' : order < 0 ? 'floor-raised' : 'floor-lowered';
  return [finding(code, subject, was, is)];
}

/** How two floors compare; undefined where one is something else than a floor. */
function orderOf(was: string, is: string): number | undefined {
  const [from, to] = [floorOf(was), floorOf(is)];
  return from === undefined || to === undefined ? undefined : compare(from, to);
}

/** No constraint is the lowest floor. */
function floorOf(constraint: string): string | undefined {
  return constraint === '' ? '0.0.0' : /^>= (\d+\.\d+\.\d+)$/.exec(constraint)?.[1];
}
