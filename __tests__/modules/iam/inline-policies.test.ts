import { unmet } from '../../../generator/requirements';
import { inlinePolicyNameIsFree } from '../../../modules/iam/inline-policies';

describe('the name of the inline policy of the module', () => {
  const refusal = (inlinePolicies: Record<string, string>) =>
    unmet([inlinePolicyNameIsFree('OfTheModule')], { inlinePolicies }).map(({ code }) => code);

  test('is free for no policy of the caller', () => {
    expect(refusal({ Other: '{}', OfTheModule: '{}' })).toEqual(['InlinePolicyName']);
  });

  test('leaves other names to the caller', () => {
    expect(refusal({})).toEqual([]);
    expect(refusal({ Other: '{}', ofthemodule: '{}' })).toEqual([]);
  });
});
