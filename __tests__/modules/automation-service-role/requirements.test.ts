import { unmet } from '../../../generator/requirements';
import { automationServiceRole } from '../../../modules/automation-service-role/module';
import {
  OWN_INLINE_POLICY,
  ownInlinePolicyNameIsFree,
} from '../../../modules/automation-service-role/requirements';
import { blockAt, emittedModule } from '../../fixtures/emitted-module';

const refusal = (inlinePolicies: Record<string, string>) =>
  unmet([ownInlinePolicyNameIsFree], { inlinePolicies });

test('the policy that the module writes has a name of its own', () => {
  expect(OWN_INLINE_POLICY).toBe('SSMAutomationPermissions');
});

test('the caller may embed policies of other names', () => {
  expect(refusal({})).toEqual([]);
  expect(refusal({ Other: '{}', ssmautomationpermissions: '{}' })).toEqual([]);
});

test('the caller may not embed one of that name', () => {
  expect(refusal({ Other: '{}', SSMAutomationPermissions: '{}' })).toEqual([
    {
      code: 'InlinePolicyName',
      message:
        'inlinePolicies must not hold a policy named "SSMAutomationPermissions", which the module writes itself; choose another name',
    },
  ]);
});

test('a plan tests it where the policy is written, and that both fit into the quota', () => {
  const { main } = emittedModule(automationServiceRole);
  const [free, fits] = blockAt(
    main,
    'resource',
    'aws_iam_role_policy',
    'own',
    'lifecycle',
    'precondition',
  ) as { condition: string; error_message: string }[];

  expect(free).toEqual({
    condition: '${!contains(keys(var.inline_policies), "SSMAutomationPermissions")}',
    error_message:
      'inline_policies must not hold a policy named "SSMAutomationPermissions", which the module writes itself; choose another name [InlinePolicyName]',
  });
  expect(fits?.condition).toMatch(
    /^\$\{length\(jsonencode\(local\.own_policy\)\) \+ .* <= 10240\}$/,
  );
  expect(fits?.error_message).toMatch(
    /^inline_policies, lambda_function_arns, pass_itself_to_services, pass_role_arns and pass_role_services must make .*\[InlinePolicySize\]$/,
  );
});

test('a plan tests the rest whatever is attached', () => {
  const { outputs } = emittedModule(automationServiceRole);
  const demanded = blockAt(outputs, 'output', 'role_name', 'precondition') as {
    condition: string;
    error_message: string;
  }[];
  const codes = demanded.map(({ error_message }) => /\[(\w+)\]$/.exec(error_message)?.[1]);

  expect(codes).toEqual(['ArnPartition', 'AwsPolicyPath', 'AttachmentCount', 'AttachedTwice']);
  expect(demanded.at(-2)?.condition).toBe('${local.attachment_count <= 25}');
});
