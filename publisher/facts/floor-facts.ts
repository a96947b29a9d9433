import { isDeepStrictEqual } from 'node:util';
import { compare } from 'semver';
import type { EmittedModule, ProviderRequirement } from './emitted-module';
import type { Finding } from './fact';

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

function finding(
  code: string,
  subject: string,
  step: Finding['step'],
  [before, after]: readonly [string | null, string | null],
  what: string,
): Finding {
  return { code, subject, step, before, after, text: `${subject} ${what}` };
}

function providerFindings(
  name: string,
  was: ProviderRequirement | undefined,
  is: ProviderRequirement | undefined,
): Finding[] {
  const subject = `provider ${name}`;
  if (was === undefined) {
    return [finding('provider-added', subject, 'major', [null, textOf(is)], 'is needed now')];
  }
  if (is === undefined) {
    return [
      finding(
        'provider-removed',
        subject,
        'major',
        [textOf(was), null],
        'is not taken any more; who passes it on is warned or refused',
      ),
    ];
  }
  const { version: wasVersion = '', ...wasRest } = was;
  const { version: isVersion = '', ...isRest } = is;
  return isDeepStrictEqual(wasRest, isRest)
    ? constraintFindings(subject, wasVersion, isVersion)
    : [finding('provider-changed', subject, 'major', [textOf(was), textOf(is)], 'is another one')];
}

const textOf = (requirement: ProviderRequirement | undefined): string =>
  JSON.stringify(requirement ?? {});

function constraintFindings(subject: string, was: string, is: string): Finding[] {
  if (was === is) {
    return [];
  }
  const order = orderOf(was, is);
  if (order === undefined) {
    return [
      finding('floor-changed', subject, 'major', [was, is], 'is not proven to take what it took'),
    ];
  }
  return order < 0
    ? [finding('floor-raised', subject, 'major', [was, is], 'has to be newer')]
    : [finding('floor-lowered', subject, 'minor', [was, is], 'may be older')];
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
