import { ARNS } from './arns';
import { BUCKETS } from './buckets';
import { DOCUMENTS } from './documents';
import { LIMITS } from './limits';
import { NAMES } from './names';
import { NULLS } from './nulls';
import { PARAMETERS } from './parameters';
import { PEOPLE } from './people';
import type { RuleCase } from './rule-case';
import { SESSIONS } from './sessions';

export type { RuleCase };

/** Every rule and every precondition, at its limit and past it. */
export const RULES: readonly RuleCase[] = [
  ...NAMES,
  ...ARNS,
  ...DOCUMENTS,
  ...BUCKETS,
  ...LIMITS,
  ...NULLS,
  ...PARAMETERS,
  ...PEOPLE,
  ...SESSIONS,
];
