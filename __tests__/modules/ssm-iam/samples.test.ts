import { sharedInputs } from '../../../modules/ssm-iam/inputs';
import { sharedSamples } from '../../../modules/ssm-iam/samples';

test('every shared input has its own samples, not those of a module that makes something', () => {
  const taken = Object.entries(sharedInputs).map(([name, { samples }]) => [name, samples]);

  expect(Object.fromEntries(taken)).toEqual(sharedSamples);
});

test('samples look at nothing but what the called modules tell', () => {
  const looks = Object.values(sharedSamples).flatMap((samples) =>
    samples.flatMap((sample) => Object.keys('makes' in sample ? sample.makes : {})),
  );

  expect(looks.length).toBeGreaterThan(20);
  expect(looks.filter((look) => !/(output|module)\.\w+/.test(look))).toEqual([]);
  expect(looks.filter((look) => /\baws_\w+\.\w+/.test(look))).toEqual([]);
});
