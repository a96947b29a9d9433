import { nextVersion, smallestVersion } from '../../../publisher/release-plan/next-version';
import type { Facts, Step } from '../../../publisher/facts/fact';

test.each<[string, Step, string]>([
  ['0.1.0', 'patch', '0.1.1'],
  ['0.1.0', 'minor', '0.2.0'],
  ['0.1.3', 'major', '0.2.0'],
  ['0.9.9', 'major', '0.10.0'],
  ['1.2.3', 'patch', '1.2.4'],
  ['1.2.3', 'minor', '1.3.0'],
  ['1.2.3', 'major', '2.0.0'],
  ['1.2.3', 'none', '1.2.3'],
])('after %s a %s is at least %s', (last, step, expected) => {
  expect(smallestVersion(last, step)).toBe(expected);
});

const facts = (step: Step): Facts => ({
  permissions: [],
  interface:
    step === 'none'
      ? []
      : [
          {
            module: 'm',
            code: 'c',
            subject: 's',
            step,
            before: null,
            after: null,
            text: 'it changed',
          },
        ],
});

const chosen = (
  step: Step,
  since: string | undefined,
  wanted?: string,
  released: readonly string[] = since === undefined ? [] : [since],
): string => nextVersion(facts(step), { current: since ?? '0.1.0', since, released, wanted });

test.each<[Step, string | undefined, string | undefined, readonly string[] | undefined, string]>([
  ['minor', '1.2.3', undefined, undefined, '1.3.0'],
  ['none', '1.2.3', undefined, undefined, '1.2.3'],
  ['none', '1.2.3', '1.2.4', undefined, '1.2.4'],
  ['minor', '1.2.3', '2.0.0', undefined, '2.0.0'],
  ['minor', '0.2.3', '1.0.0', undefined, '1.0.0'],
  ['minor', undefined, undefined, undefined, '0.1.0'],
  ['minor', undefined, '1.0.0', undefined, '1.0.0'],
  ['minor', '1.2.3', '1.3.0-rc.1', undefined, '1.3.0-rc.1'],
  ['minor', '1.2.3', '1.3.0-rc.2', ['1.2.3', '1.3.0-rc.1'], '1.3.0-rc.2'],
  ['minor', '1.2.3', undefined, ['1.2.3', '1.3.0-rc.1'], '1.3.0'],
  // what the pre-release tried was taken back
  ['patch', '1.2.3', undefined, ['1.2.3', '1.3.0-rc.1'], '1.3.0'],
])('%s since %s, wanted %s, of %j: %s', (step, since, wanted, released, expected) => {
  expect(chosen(step, since, wanted, released)).toBe(expected);
});

test.each<[Step, string, string, readonly string[], string]>([
  ['major', '1.2.3', '1.3.0', ['1.2.3'], 'VersionTooSmall'],
  ['minor', '1.2.3', '1.2.4', ['1.2.3'], 'VersionTooSmall'],
  ['minor', '1.2.3', '1.2.4-rc.1', ['1.2.3'], 'VersionTooSmall'],
  ['major', '0.1.0', '0.1.1', ['0.1.0'], 'VersionTooSmall'],
  ['none', '1.2.3', '1.2.3', ['1.2.3'], 'VersionReleased'],
  ['none', '1.2.3', '1.2.2', ['1.2.3'], 'VersionReleased'],
  ['patch', '1.2.3', '1.2.4', ['1.2.3', '1.3.0-rc.1'], 'VersionReleased'],
  ['minor', '1.2.3', '1.3.0-rc.1', ['1.2.3', '1.3.0-rc.1'], 'VersionReleased'],
])('%s since %s is not %s, of %j', (step, since, wanted, released, code) => {
  expect(() => chosen(step, since, wanted, released)).toThrow(`[${code}]`);
});

test('who asks for too little is told what asks for more, and the way out', () => {
  expect(() => chosen('major', '1.2.3', '1.3.0')).toThrow(
    '--version must be 2.0.0 or greater, got 1.3.0 for a major change: m: it changed; choose 2.0.0 or undo the change [VersionTooSmall]',
  );
  expect(() => chosen('none', '1.2.3', '1.2.3')).toThrow('choose 1.2.4 or greater');
});
