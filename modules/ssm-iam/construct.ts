import { Construct } from 'constructs';
import { bind } from '../../generator/bind';
import { demand } from '../../generator/blocks';
import { Expr, expr } from '../../generator/expression';
import type { Props, References } from '../../generator/inputs';
import { callModule, callOf } from '../../generator/module-call';
import { camelCase } from '../../generator/names';
import { precondition } from '../../generator/requirements';
import { conditionOf, pathsOf } from '../iam/permissions/hcl';
import { CALLS, asks, defaultOf } from './calls';
import type { CallOf, Source } from './calls';
import { inputs } from './inputs';
import type { RootInput } from './inputs';
import { requirements } from './requirements';

type Refs = References<typeof inputs>;

/** The roles of an account, from one call: each that a switch asks for, and what they need of each other. */
export class AccountSetup extends Construct {
  constructor(scope: Construct, id: string, calls: readonly CallOf[], props: Props<typeof inputs>) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const outputs = calls.map((call) => {
      const values = Object.entries(call.inputs).map(([input, source]) => [
        input,
        valueOf(source, defaultOf(call.called, input), ref),
      ]);
      const arguments_ = Object.fromEntries(values) as Record<string, Expr<unknown>>;
      const instances = callModule(this, call.called, countOf(call, ref), arguments_);
      return [camelCase(call.called.name), expr<string>`one(${instances}[*])`.asString(this)];
    });
    demand(this, ...requirements.map((requirement) => precondition(requirement, ref)));

    const withS3Policies = calls.filter(({ called }) => 's3PolicyArns' in called.outputs);
    const arns = withS3Policies.map(
      ({ called }) => `module.${callOf(called).name}[*].s3_policy_arns`,
    );
    Object.assign(this, Object.fromEntries(outputs), {
      s3PolicyArns: new Expr<string[]>(`flatten([${arns.join(', ')}])`).asList(this),
    });
  }
}

const conditionOn = (input: RootInput, ref: Refs): Expr<boolean> =>
  conditionOf([asks(input)], pathsOf(ref));

/** How many instances of a module there are. */
function countOf({ onlyIf, forAnyOf = [] }: CallOf, ref: Refs): Expr<number> {
  const somebody = forAnyOf.map((input) => `length(${ref[input].expression})`).join(' + ');
  const condition = conditionOn(onlyIf, ref);
  return somebody === ''
    ? expr`${condition} ? 1 : 0`
    : expr`${condition} && ${new Expr(somebody)} > 0 ? 1 : 0`;
}

/** What an input gets. */
function valueOf(source: Source, byDefault: string, ref: Refs): Expr<unknown> {
  if ('input' in source) {
    return ref[source.input];
  }
  if ('prefixed' in source) {
    const name = `${ref.namePrefix.inString}${byDefault}`;
    return new Expr(`"${name}"`, name);
  }
  const of = 'roleOf' in source ? source.roleOf : source.rolesOf;
  const arns = new Expr<string[]>(`module.${callOf({ name: of }).name}[*].role_arn`);
  if ('roleOf' in source) {
    return expr`one(${arns})`;
  }
  // what its own call hangs on need not be asked twice
  return CALLS[of]?.onlyIf === source.onlyIf
    ? arns
    : expr`${conditionOn(source.onlyIf, ref)} ? ${arns} : []`;
}
