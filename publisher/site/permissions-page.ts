import type { ManagedPolicy, Permission, Term } from '../../contract/permissions';
import { conditionInWords, grantedInWords, principalsOf, termInWords } from '../../contract/words';
import type { LocatedModule } from '../module-interface';
import type { Edition } from './edition';
import type { Page } from './layout';
import { code, facts, joined, link, listOf, markup, prose, worded } from './markup';
import type { Markup, Part } from './markup';
import { moduleParts } from './module-table';
import { path } from './paths';

type ManagedPolicies = Readonly<Record<string, ManagedPolicy>>;

/** All that the modules can grant, for a reviewer who reads nothing else. */
export function permissionsPage(edition: Edition): Page {
  const modules = edition.modules();
  return {
    path: path.permissions(edition.version),
    heading: 'Permissions',
    title: `Permissions, ${edition.name} ${edition.version}`,
    edition,
    parts: moduleParts(modules),
    content: [INTRODUCTION, modules.map(moduleSection)],
  };
}

const INTRODUCTION = markup`<p class="lead">All that the modules can grant, statement by statement: first what they grant if no input is set.</p>
<details><summary>How to read it</summary>
<p>${code('${...}')} stands for an input, ${code('${each.value}')} for the element that a statement is repeated for, ${code('${tables...}')} for a value that the file ${code('interface.json')} of the module lists; where it lists none, the text is not there.</p>
</details>
`;

function moduleSection({ contract }: LocatedModule): Markup {
  const { name, summary, permissions, managed_policies } = contract;
  const always = permissions.filter(({ by_default }) => by_default);
  const asked = permissions.filter(({ by_default }) => !by_default);
  const cards = (all: readonly Permission[]): Markup[] =>
    all.map((permission) => card(name, permission, managed_policies));
  return markup`<h2 id="${name}">${name}</h2>
<p>${prose(summary)}</p>
<h3>By default</h3>
${always.length === 0 ? markup`<p>Nothing.</p>\n` : cards(always)}${
    asked.length === 0
      ? ''
      : markup`<details><summary><h3>Only if an input asks for it: ${asked.length}<span class="hidden"> permissions of ${name}</span></h3></summary>
${cards(asked)}</details>
`
  }`;
}

const KINDS: Readonly<Record<string, string>> = { trust: 'trust', boundary: 'limit' };

/** Everything that is to be said of a permission. */
function card(module: string, permission: Permission, managed: ManagedPolicies): Markup {
  const { id, kind, when, for_each, granted_to, reason, see, address } = permission;
  const { actions = [], resources = [], conditions = [] } = permission;
  const terms = (all: readonly Term[]): Part =>
    listed(all.map((term) => worded(termInWords(term))));
  const badge = KINDS[kind] && markup` <span class="badge">${KINDS[kind]}</span>`;
  return markup`<section class="card" id="${module}-${id}">
<h4><code>${id}</code>${badge}</h4>
${facts([
  ['Granted', worded(grantedInWords(when, for_each))],
  ['Who', terms(principalsOf(permission))],
  ['To', terms(granted_to)],
  ['Actions', terms(actions)],
  ['Resources', terms(resources)],
  ['Only if', listed(conditions.map((condition) => worded(conditionInWords(condition))))],
  ['Policy', policyOf(permission)],
  ['It allows', statements(managed[permission.managed_policy ?? ''])],
  ['Why', [prose(reason), ' ', link(see, 'AWS on this')]],
  ['Carried by', code(address)],
])}
</section>
`;
}

const listed = (lines: readonly Part[]): Part => (lines.length === 0 ? undefined : listOf(lines));

function policyOf({ kind, managed_policy, policy_arn, document }: Permission): Part {
  if (kind === 'boundary') {
    return markup`nothing beyond ${code(policy_arn)}`;
  }
  if (managed_policy !== undefined) {
    const page = `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${managed_policy}.html`;
    return markup`AWS managed policy ${link(page, managed_policy)}`;
  }
  return listed([policy_arn, document].flatMap((text) => (text === undefined ? [] : [code(text)])));
}

/** What a policy of AWS said: a line for each statement. */
function statements(policy: ManagedPolicy | undefined): Part {
  return policy === undefined
    ? undefined
    : markup`${listOf(
        policy.statements.map(
          ({ Effect, Action, Resource, Condition = {} }) =>
            markup`${Effect === 'Deny' ? 'not ' : ''}${inRow(Action)} on ${inRow(Resource)}${Object.entries(
              Condition,
            ).flatMap(([operator, byKey]) =>
              Object.entries(byKey).map(
                ([key, values]) =>
                  markup`, if ${code(key)} ${operator} ${joined([values].flat().map(code), ' or ')}`,
              ),
            )}`,
        ),
      )}<p class="note">Version ${policy.version} of ${policy.updated}, as AWS had it on ${policy.as_of}. AWS can change it at any time.</p>`;
}

const inRow = (texts: readonly string[]): Markup => joined(texts.map(code), ', ');
