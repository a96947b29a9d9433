/** A rule at its limit and past it. */
export interface RuleCase {
  /** Code that ends the message. */
  readonly code: string;
  readonly module: string;
  /** Inputs that the rule lets through, each a module call of its own. */
  readonly good: readonly object[];
  /** Inputs that the rule refuses. */
  readonly bad: readonly object[];
  /** Codes of other rules that refuse the same: they end messages of their own. */
  readonly also?: readonly string[];
  /** Whether it looks at several inputs: a precondition, which Terraform comes to after the variables. */
  readonly several?: true;
}

export const several = (ruleCase: RuleCase): RuleCase => ({ ...ruleCase, several: true });

export const refusedBy = (ruleCase: RuleCase, ...also: readonly string[]): RuleCase => ({
  ...ruleCase,
  also,
});

/** A rule of one input: values that it takes and values that it refuses. */
export const ofInput = (
  module: string,
  code: string,
  input: string,
  good: readonly unknown[],
  bad: readonly unknown[],
  others: object = {},
): RuleCase => ({
  code,
  module,
  good: good.map((value) => ({ ...others, [input]: value })),
  bad: bad.map((value) => ({ ...others, [input]: value })),
});

type OfInput = (
  code: string,
  input: string,
  good: readonly unknown[],
  bad: readonly unknown[],
  others?: object,
) => RuleCase;

export const inModule =
  (module: string, required: object = {}): OfInput =>
  (code, input, good, bad, others = {}) =>
    ofInput(module, code, input, good, bad, { ...required, ...others });

export const ACCOUNT = '123456789012';
export const inHybrid = inModule('hybrid-service-role');
export const inProfile = inModule('instance-profile');
export const inAutomation = inModule('automation-service-role');
export const inAdministration = inModule('automation-administration-role');
export const inExecution = inModule('automation-execution-role', {
  administration_account_id: ACCOUNT,
});
export const inAccess = inModule('automation-user-access', {
  automation_role_arn: `arn:aws:iam::${ACCOUNT}:role/Automation`,
  users: ['jane'],
});
export const inParameters = inModule('parameter-store-access', {
  users: ['jane'],
  paths: ['/web'],
});
export const inUserAccess = inModule('user-access', { users: ['jane'] });
export const inWindows = inModule('maintenance-window-role');
export const inNotifications = inModule('notification-role', {
  topic_arns: [`arn:aws:sns:us-east-2:${ACCOUNT}:notices`],
});
export const inPlanners = inModule('maintenance-window-user-access', {
  maintenance_window_role_arn: `arn:aws:iam::${ACCOUNT}:role/Windows`,
  users: ['jane'],
});
export const inS3 = inModule('s3-access-policy');

/** A text of an exact length that begins with `start`. */
export const ofLength = (length: number, start = ''): string => start.padEnd(length, 'a');

/** `count` keys with values of their own. */
export const many = <T>(count: number, value: (i: number) => T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`key-${i}`, value(i)]));
