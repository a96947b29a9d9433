import type { ManagedPolicy, Permission } from '../../contract/permissions';
import type { LocatedModule } from '../module-interface';
import type { Edition } from './edition';
import { permissionFacets, statementFacets } from './facets';
import type { Page } from './layout';
import { code, facts, isSafe, joined, link, listOf, markup, table } from './markup';
import type { Markup } from './markup';
import { modulePage } from './module-pages';
import { path } from './paths';

/** All that a module can grant, for a reviewer who reads nothing else. */
export function permissionsPage(edition: Edition, { contract }: LocatedModule): Page {
  const { permissions, managed_policies } = contract;
  const trusts = permissions.filter(({ kind }) => kind === 'trust');
  const others = permissions.filter(({ kind }) => kind !== 'trust');
  const sections = [
    section('Who may assume the role', 'trust', trusts, 'No role is made, so nobody.'),
    section(
      'What it allows by default',
      'by-default',
      others.filter(({ by_default }) => by_default),
      'Nothing: all that follows has to be asked for.',
    ),
    section(
      'What it allows only if asked',
      'if-asked',
      others.filter(({ by_default }) => !by_default),
      'Nothing.',
    ),
    ...(Object.keys(managed_policies).length === 0 ? [] : [managedSection(managed_policies)]),
  ];
  return modulePage(edition, contract.name, {
    path: path.permissions(edition.version, contract.name),
    subject: 'permissions',
    parts: sections.map(({ title, anchor }) => [title, anchor]),
    content: [INTRODUCTION, sections.map(({ content }) => content)],
  });
}

const INTRODUCTION = markup`<p class="lead">All that this module can grant, statement by statement.</p>
<details><summary>How to read it</summary>
<p>${code('${...}')} stands for an input, ${code('${each.value}')} for the element that a statement is repeated for, ${code('${tables...}')} for a value that the file ${code('interface.json')} of the module lists; where it lists none, the text is not there. ${code('${literally(...)}')} is an input in which ${code('*')}, ${code('?')} and ${code('$')} stand for themselves.</p>
</details>
`;

interface Section {
  readonly title: string;
  readonly anchor: string;
  readonly content: Markup;
}

function section(
  title: string,
  anchor: string,
  permissions: readonly Permission[],
  none: string,
): Section {
  const content = permissions.length === 0 ? markup`<p>${none}</p>` : permissions.map(card);
  return { title, anchor, content: markup`<h2 id="${anchor}">${title}</h2>\n${content}` };
}

function card(permission: Permission): Markup {
  const { id, by_default, kind } = permission;
  const isOfAws = permission.managed_policy !== undefined;
  const rows = Object.entries(permissionFacets(permission)).map(
    ([label, lines]) => [label, lines.length === 0 ? undefined : listOf(lines)] as const,
  );
  const all: typeof rows = isOfAws
    ? [...rows, ['Statements', link(`#${policyAnchor(permission)}`, 'what it says')]]
    : rows;
  return markup`<section class="card" id="permission_${id}">
<h3><a href="#permission_${id}">${code(id)}</a> ${badge(kind, by_default)}</h3>
${facts(all)}
</section>
`;
}

function badge(kind: string, byDefault: boolean): Markup {
  if (kind === 'boundary') {
    return markup`<span class="badge">limits</span>`;
  }
  return byDefault
    ? markup`<span class="badge default">by default</span>`
    : markup`<span class="badge">only if asked</span>`;
}

const policyAnchor = ({ managed_policy = '' }: Permission): string => `policy-${managed_policy}`;

function managedSection(policies: Readonly<Record<string, ManagedPolicy>>): Section {
  const [title, anchor] = ['AWS managed policies', 'aws-managed-policies'];
  const content = Object.entries(policies).map(([name, policy]) => managedPolicy(name, policy));
  return {
    title,
    anchor,
    content: markup`<h2 id="${anchor}">${title}</h2>
<p>What the policies of AWS said on the day beside each. AWS can change them at any time.</p>
${content}`,
  };
}

function managedPolicy(name: string, policy: ManagedPolicy): Markup {
  const page = `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`;
  const rows = statementFacets(policy).map((statement, index) => ({
    cells: [
      String(index + 1),
      [statement.Effect ?? [], joined(statement.Actions ?? [], ', ')],
      listOf(statement.Resources ?? []),
      listOf(statement['Only if'] ?? []),
    ],
  }));
  return markup`<details id="policy-${name}"><summary><span class="name">${name}</span> as of ${policy.as_of}</summary>
${table(`Statements of ${name}`, ['Statement', 'Actions', 'Resources', 'Only if'], rows)}
${isSafe(page) ? markup`<p>${link(page, `AWS on ${name}`)}</p>\n` : ''}</details>
`;
}
