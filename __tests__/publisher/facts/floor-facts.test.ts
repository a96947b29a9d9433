import type { ProviderRequirement } from '../../../publisher/facts/emitted-module';
import { floorFindings } from '../../../publisher/facts/floor-facts';

const floors = (requiredVersion: string, aws?: ProviderRequirement) => ({
  requiredVersion,
  providers: aws === undefined ? {} : { aws },
});
const aws = (version: string, source = 'hashicorp/aws'): ProviderRequirement => ({
  source,
  version,
});

test.each([
  ['the same', floors('>= 1.5.0', aws('>= 5.0.0')), floors('>= 1.5.0', aws('>= 5.0.0')), []],
  ['Terraform raised', floors('>= 1.9.0'), floors('>= 1.10.0'), ['floor-changed terraform: major']],
  [
    'Terraform lowered',
    floors('>= 1.10.0'),
    floors('>= 1.9.0'),
    ['floor-lowered terraform: minor'],
  ],
  ['a floor at last', floors(''), floors('>= 1.0.0'), ['floor-changed terraform: major']],
  ['no floor any more', floors('>= 1.0.0'), floors(''), ['floor-lowered terraform: minor']],
  ['a cap', floors('>= 1.5.0'), floors('>= 1.5.0, < 2.0.0'), ['floor-changed terraform: major']],
  [
    'a lower floor with a cap',
    floors('>= 1.5.0'),
    floors('>= 1.4.0, < 2.0.0'),
    ['floor-changed terraform: major'],
  ],
  [
    'a lower floor behind another limit',
    floors('>= 1.5.0'),
    floors('!= 1.4.1, >= 1.4.0'),
    ['floor-changed terraform: major'],
  ],
  [
    'lowered by a number of two digits',
    floors('>= 10.5.10'),
    floors('>= 9.12.11'),
    ['floor-lowered terraform: minor'],
  ],
  ['a pin', floors('>= 1.5.0'), floors('1.5.0'), ['floor-changed terraform: major']],
  [
    'a provider raised',
    floors('', aws('>= 5.72.0')),
    floors('', aws('>= 6.0.0')),
    ['floor-changed provider aws: major'],
  ],
  [
    'a provider lowered',
    floors('', aws('>= 5.72.0')),
    floors('', aws('>= 5.9.0')),
    ['floor-lowered provider aws: minor'],
  ],
  [
    'a new provider',
    floors(''),
    floors('', aws('>= 5.0.0')),
    ['provider-changed provider aws: major'],
  ],
  [
    'a provider gone',
    floors('', aws('>= 5.0.0')),
    floors(''),
    ['provider-changed provider aws: major'],
  ],
  [
    'a provider of any version gone',
    floors('', {}),
    floors(''),
    ['provider-changed provider aws: major'],
  ],
  [
    'a provider of any version more',
    floors(''),
    floors('', {}),
    ['provider-changed provider aws: major'],
  ],
  ['the same of any version', floors('', { source: 'x/y' }), floors('', { source: 'x/y' }), []],
  [
    'another source',
    floors('', aws('>= 5.0.0')),
    floors('', aws('>= 4.0.0', 'acme/aws')),
    ['provider-changed provider aws: major'],
  ],
  [
    'an alias to pass',
    floors('', aws('>= 5.0.0')),
    floors('', { ...aws('>= 5.0.0'), configuration_aliases: ['aws.other'] }),
    ['provider-changed provider aws: major'],
  ],
])('%s', (_, before, after, expected) => {
  const found = floorFindings(before, after);

  expect(found.map(({ code, subject, step }) => `${code} ${subject}: ${step}`)).toEqual(expected);
});

test('a reviewer sees what it was and what it is, providers by their names', () => {
  const before = {
    requiredVersion: '>= 1.5.0',
    providers: { c: aws('1.0.0'), b: aws('>= 5.0.0') },
  };
  const after = { requiredVersion: '>= 1.4.0', providers: { b: aws('>= 6.0.0'), a: aws('2.0.0') } };

  expect(
    floorFindings(before, after).map(({ text, before: was, after: is }) => [text, was, is]),
  ).toEqual([
    ['terraform takes older versions too', '>= 1.5.0', '>= 1.4.0'],
    ['provider a is needed otherwise', null, aws('2.0.0')],
    ['provider b takes other versions', '>= 5.0.0', '>= 6.0.0'],
    ['provider c is needed otherwise', aws('1.0.0'), null],
  ]);
});
