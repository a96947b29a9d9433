import { z } from 'zod';
import { deployerShape } from '../../contract/deployer';

const deployer = z.object(deployerShape);
const statement = {
  sid: 'Policies',
  addresses: ['aws_iam_policy.this'],
  when: [],
  actions: { plan: ['iam:GetPolicy'], create: ['iam:CreatePolicy'], update: [], destroy: [] },
  resources: [{ text: 'arn:aws:iam::123456789012:policy/${policy_name}' }],
  conditions: [],
};
const { destroy: _, ...threeSteps } = statement.actions;

test('a statement tells its actions by step; without any, nothing is told', () => {
  expect(deployer.safeParse({ deployer: [statement] }).success).toBe(true);
  expect(deployer.safeParse({}).success).toBe(true);
});

test.each([
  ['a step that is missing', { actions: threeSteps }],
  ['an action that is empty', { actions: { ...statement.actions, update: [''] } }],
  ['a condition on no key', { conditions: [{ operator: 'StringEquals', values: [] }] }],
])('a statement with %s is refused', (_name, change) => {
  expect(deployer.safeParse({ deployer: [{ ...statement, ...change }] }).success).toBe(false);
});
