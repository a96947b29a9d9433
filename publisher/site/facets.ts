import type { Contract } from '../../contract/contract';
import type { Attribute, Input, Output, Rule } from '../../contract/module';
import type { ManagedPolicy, Permission, Term } from '../../contract/permissions';
import { conditionInWords, grantedInWords, termInWords } from '../../contract/words';
import { code, joined, link, markup, prose, worded } from './markup';
import type { Markup } from './markup';

/** What is to be said of a thing: label => the lines below it, in no order that means something. */
export type Facets = Readonly<Record<string, readonly Markup[]>>;

/** What decides on whether a request is allowed; the other facets of a permission explain. */
export const GRANTING = ['Granted', 'Who', 'To', 'Actions', 'Resources', 'Only if', 'Policy'];

export function permissionFacets(permission: Permission): Facets {
  const { when, for_each, by_default, granted_to, reason, see, address } = permission;
  const { services = [], actions = [], resources = [], conditions = [] } = permission;
  const words = worded(grantedInWords(when, for_each));
  const terms = (all: readonly Term[]): Markup[] => all.map((term) => worded(termInWords(term)));
  const isAlways = when.length === 0 && for_each === undefined;
  return {
    Granted: [by_default ? (isAlways ? markup`always` : markup`by default: ${words}`) : words],
    Who: terms(services),
    To: terms(granted_to),
    Actions: terms(actions),
    Resources: terms(resources),
    'Only if': conditions.map((condition) => worded(conditionInWords(condition))),
    Policy: policyOf(permission),
    Why: [markup`${prose(reason)} ${link(see, 'AWS on this')}`],
    'Carried by': [code(address)],
  };
}

function policyOf({ kind, managed_policy, policy_arn, document }: Permission): Markup[] {
  if (kind === 'boundary') {
    return [markup`nothing beyond ${code(policy_arn)}`];
  }
  if (managed_policy !== undefined) {
    return [markup`AWS managed policy ${code(managed_policy)}`];
  }
  return [policy_arn, document].flatMap((text) => (text === undefined ? [] : [code(text)]));
}

/** The statements of a policy of AWS: actions, resources, conditions. */
export function statementFacets({ statements }: ManagedPolicy): Facets[] {
  return statements.map(({ Effect, Action, Resource, Condition = {} }) => ({
    ...(Effect !== 'Allow' && { Effect: [markup`${Effect}`] }),
    Actions: Action.map(code),
    Resources: Resource.map(code),
    'Only if': Object.entries(Condition).flatMap(([operator, byKey]) =>
      Object.entries(byKey).map(
        ([key, values]) =>
          markup`${code(key)} ${operator} ${joined([values].flat().map(code), ' or ')}`,
      ),
    ),
  }));
}

export function inputFacets(input: Input): Facets {
  return {
    Type: [code(input.type)],
    Default: [defaultOf(input)],
    Description: [prose(input.description)],
    ...(input.sensitive && { Sensitive: [markup`yes`] }),
    Attributes: input.attributes.map(attributeInWords),
    Rules: input.rules.map(ruleInWords),
  };
}

/** What an input is if it is left out. */
export const defaultOf = (input: Attribute): Markup =>
  input.required ? markup`required` : code(JSON.stringify(input.default));

const attributeInWords = (attribute: Attribute): Markup =>
  markup`${code(attribute.name)}: ${code(attribute.type)}, ${attribute.required ? '' : 'default '}${defaultOf(attribute)}. ${prose(attribute.description)}`;

export const ruleInWords = ({ code: name, attribute, must, remedy, see }: Rule): Markup =>
  markup`${attribute === undefined ? '' : [code(attribute), ' ']}${must}; ${remedy} (${link(see, name)})`;

export const outputFacets = ({ description, sensitive }: Output): Facets => ({
  Description: [prose(description)],
  ...(sensitive && { Sensitive: [markup`yes`] }),
});

/** The versions that a module needs at least. */
export const floorFacets = ({ terraform, providers }: Contract): Facets =>
  Object.fromEntries([
    ['Terraform', [floor(terraform)]],
    ...Object.values(providers).map(
      (provider) => [`Provider ${provider.source}`, [floor(provider)]] as const,
    ),
  ]);

const floor = ({ version, needed_for }: Contract['terraform']): Markup =>
  markup`${version} or newer, for ${/^[\w.]+$/.test(needed_for) ? code(needed_for) : prose(needed_for)}`;
