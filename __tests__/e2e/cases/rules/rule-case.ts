import { catalog } from '../../../../modules/catalog';

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
  readonly several: boolean;
}

/** What one input has to fulfil: all other codes are those of preconditions. */
const OF_INPUTS = new Set(
  catalog.flatMap(({ inputs }) =>
    Object.values(inputs).flatMap(({ rules }) => rules.map(({ code }) => code)),
  ),
);

type Calls = Partial<Pick<RuleCase, 'good' | 'bad'>>;

/** A rule, with the inputs of calls. */
export const ruleOf = (module: string, code: string, { good = [], bad = [] }: Calls): RuleCase => ({
  ...{ code, module, good, bad },
  several: !OF_INPUTS.has(code),
});

/** Values that a rule takes, and values that it refuses. */
interface Values {
  readonly good?: readonly unknown[];
  readonly bad?: readonly unknown[];
  /** Inputs of each call. */
  readonly beside?: object | undefined;
}

export type OfInput = (code: string, input: string, values: Values) => RuleCase;

/** Rules about an input of a module. */
export function inModule(module: string, required: object = {}): OfInput {
  return (code, input, { good = [], bad = [], beside }) => {
    const calls = (values: readonly unknown[]): object[] =>
      values.map((value) => ({ ...required, ...beside, [input]: value }));
    return ruleOf(module, code, { good: calls(good), bad: calls(bad) });
  };
}

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
export const inHosts = inModule('default-host-management');
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
