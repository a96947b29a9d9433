/**
 * What an upgrade from the previous modules is meant to plan, with the reason:
 * `'module.full_hybrid.aws_iam_role.this: update': 'AWS asks for the new condition'`.
 * The upgrade test fails on a change that is not here, and on a record that no plan shows.
 */
export const INTENDED_CHANGES: Readonly<Record<string, string>> = {};

/**
 * What calls of the previous modules gave, where inputs have another shape now: `account`. The call
 * is upgraded together with its inputs.
 */
export const PREVIOUS_INPUTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {};
