import { Construct } from 'constructs';
import { expr } from '../../../generator/expression';
import { embedInlinePolicies } from '../../../modules/iam/inline-policies';
import { blockAt } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const metadata = expect.any(Object) as object;
const role = expr<string>`aws_iam_role.this.id`;

test("the caller's inline policies are embedded under their names", () => {
  let names: unknown;
  const configuration = emittedStack(newFolder(), (stack) => {
    const documents = expr<Record<string, string>>`var.inline_policies`;
    names = embedInlinePolicies(new Construct(stack, 'Default'), role, documents);
  });

  expect(names).toEqual(expr`values(aws_iam_role_policy.inline)[*].name`);
  expect(blockAt(configuration, 'resource', 'aws_iam_role_policy', 'inline')).toEqual({
    '//': metadata,
    for_each: '${var.inline_policies}',
    name: '${each.key}',
    policy: '${trimspace(each.value)}',
    role: '${aws_iam_role.this.id}',
  });
});
