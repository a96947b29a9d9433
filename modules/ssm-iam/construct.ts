import { Construct } from 'constructs';
import { bind } from '../../generator/bind';
import { guardOutput, local } from '../../generator/blocks';
import { Expr } from '../../generator/expression';
import { template } from '../../generator/hcl';
import type { Inputs } from '../../generator/inputs';
import type { ModuleDefinition } from '../../generator/module';
import { callModule } from '../../generator/module-call';
import { camelCase, snakeCase } from '../../generator/names';
import { precondition } from '../../generator/requirements';
import type { Requirement } from '../../generator/requirements';
import { asksForS3Policy } from '../iam/s3-policy';
import { SHARED_S3_POLICY } from './inputs';
import { SHARED_KEY, withPrefix, wiresOf } from './wiring';
import type { RootReferences } from './wiring';

/** The modules that the root calls. */
export interface Called {
  /** Each of these has an input, an object of its own inputs. */
  readonly byObject: readonly ModuleDefinition[];
  /** The S3 policies that managed nodes share. */
  readonly s3Policy: ModuleDefinition;
  /** What the objects have to fulfil together. */
  readonly requirements: Readonly<
    Record<'someAutomationRole' | 'distinctRoleNames', Requirement<Inputs>>
  >;
}

/**
 * The roles of an account, from one call: every role that an object asks for,
 * with what the roles share and what they need of each other.
 */
export class AccountSetup extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { byObject, s3Policy, requirements }: Called,
    inputs: Inputs,
    props: Readonly<Record<string, unknown>>,
  ) {
    super(scope, id);
    const bound = bind(this, inputs, props, Object.values(requirements));
    const expressions = Object.entries(bound).map(([name, { expression }]) => [name, expression]);
    const ref = Object.fromEntries(expressions) as RootReferences;

    const shared = this.callS3Policy(ref, s3Policy, asksForS3Policy(bound as never).expression);
    const outputs = byObject.map((called) => {
      const name = camelCase(called.name);
      return [name, this.callByObject(ref, called, String(bound[name]?.expression))];
    });
    const { someAutomationRole, distinctRoleNames } = requirements;
    guardOutput(this, snakeCase('automationUserAccess'), precondition(someAutomationRole, bound));
    guardOutput(this, snakeCase('s3PolicyArns'), precondition(distinctRoleNames, bound));

    Object.assign(this, Object.fromEntries(outputs), {
      s3PolicyArns: new Expr<string[]>(`flatten(${shared}[*].policy_arns)`).asList(this),
    });
  }

  /** One call is enough for all roles of managed nodes. */
  private callS3Policy(ref: RootReferences, called: ModuleDefinition, asked: string): string {
    const alike = Object.entries(ref).filter(([input]) => input in called.inputs);
    const values = {
      ...Object.fromEntries(alike),
      policyName: `${ref.s3PolicyName} == null ? ${withPrefix(ref, SHARED_S3_POLICY)} : ${ref.s3PolicyName}`,
    };
    const shared = callModule(this, called, `${asked} ? 1 : 0`, values);
    const byKey = `{ for kind, arn in merge(${shared}[*].policies...) : "${SHARED_KEY}${template('kind')}" => arn }`;
    local(this, 'shared_policy_arns', new Expr(byKey));
    return shared;
  }

  /** @returns token of the outputs, or null */
  private callByObject(ref: RootReferences, called: ModuleDefinition, object: string): string {
    const wires = wiresOf(called);
    const values = Object.keys(called.inputs).map((input) => {
      const own = `${object}.${snakeCase(input)}`;
      return [input, wires[input]?.value({ object, own, ref }) ?? own];
    });
    // not `== null`: a sensitive value in the object would make that sensitive too
    const count = `length(${object}[*])`;
    const address = callModule(
      this,
      called,
      count,
      Object.fromEntries(values) as Record<string, string>,
    );
    return new Expr<string>(`one(${address}[*])`).asString(this);
  }
}
