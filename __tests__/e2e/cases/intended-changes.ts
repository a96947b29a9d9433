/**
 * What an upgrade from the previous modules is meant to plan, with the reason:
 * `'module.full_hybrid.aws_iam_role.this: update': 'AWS asks for the new condition'`.
 * The upgrade test fails on a change that is not here, and on a record that no plan shows.
 */
export const INTENDED_CHANGES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...[
      ['account.module.automation_user_access[0]', 'group', 'operators'],
      ['full_users', 'group', 'operators'],
      ['full_users', 'role', 'existing'],
      ['full_users', 'user', 'jane'],
      ['plain_users', 'group', 'operators'],
    ].flatMap(([module = '', kind = '', name = '']) => [
      ...['pass_role', 'this'].flatMap((block) => {
        const change = block === 'this' ? 'create' : 'delete';
        return [
          `module.${module}.aws_iam_${kind}_policy_attachment.${block}["${name}"]: ${change}`,
          `module.${module}.aws_iam_policy.${block}: ${change}`,
        ];
      }),
    ]),
    'output.account_automation_user_access: update',
    'output.full_users_policy_arn: update',
    'output.plain_users_policy_arn: update',
  ].map((change) => [change, 'the policy of automation-user-access is called as in its likes']),
);

/**
 * What calls of the previous modules gave, where inputs have another shape now: `account`. The call
 * is upgraded together with its inputs.
 */
export const PREVIOUS_INPUTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {};
