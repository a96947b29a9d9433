import { inputs } from '../../../modules/ssm-iam/inputs';
import * as samples from '../../../modules/ssm-iam/samples';

test('every input but a plain switch has its own samples, not those of a module that makes something', () => {
  const taken = Object.entries(inputs).flatMap(([name, declared]) =>
    declared.samples === undefined ? [] : [[name, declared.samples]],
  );

  expect(Object.fromEntries(taken)).toEqual({ ...samples });
});

test('samples look at nothing but what the called modules tell', () => {
  const looks = Object.values(samples).flatMap((all) =>
    all.flatMap((sample) => Object.keys('makes' in sample ? sample.makes : {})),
  );

  expect(looks.length).toBeGreaterThan(10);
  expect(looks.filter((look) => !/\boutput\.\w+/.test(look))).toEqual([]);
  expect(looks.filter((look) => /\baws_\w+\.\w+/.test(look))).toEqual([]);
});
