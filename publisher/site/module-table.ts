import type { Permission } from '../../contract/permissions';
import { principalsOf } from '../../contract/words';
import type { LocatedModule } from '../module-interface';
import type { Edition } from './edition';
import { code, joined, link, markup, prose, table } from './markup';
import type { Markup } from './markup';
import { path, wayTo } from './paths';

/** The modules of a version, and what a reviewer asks first: who gets what by default. */
export function moduleTable(edition: Edition, here: string): Markup {
  const rows = edition.modules().map(({ contract: { name, summary, permissions } }) => {
    const to = (page: string): string => wayTo(here, `${page}#${name}`);
    const { version } = edition;
    const permissionsOf = ['Permissions', hidden(` of ${name}`)];
    return [
      link(to(path.readme(version)), name),
      markup`<p>${prose(summary)}</p><p>${link(to(path.permissions(version)), permissionsOf)}</p>`,
      byDefault(permissions),
    ];
  });
  return markup`<h2 id="modules">Modules</h2>
${table(
  `Modules of ${edition.version}, with what they grant if no input is set`,
  ['Module', 'What it is', 'Grants by default'],
  rows,
)}`;
}

/** Names and anchors of the modules on a page that tells of all of them. */
export const moduleParts = (
  modules: readonly LocatedModule[],
): readonly (readonly [string, string])[] =>
  modules.map(({ contract: { name } }) => [name, name] as const);

const hidden = (text: string): Markup => markup`<span class="hidden">${text}</span>`;

/** Who may assume its role, and what it allows. */
function byDefault(permissions: readonly Permission[]): Markup {
  const granted = permissions.filter(({ by_default }) => by_default);
  const assuming = textsOf(granted.flatMap(principalsOf));
  const allowed = textsOf(
    granted
      .filter(({ kind }) => kind !== 'trust' && kind !== 'boundary')
      .flatMap(({ id, managed_policy, actions = [] }) =>
        managed_policy !== undefined || actions.length === 0
          ? [{ text: managed_policy ?? id }]
          : actions,
      ),
  );
  return granted.length === 0
    ? markup`Nothing.`
    : markup`${
        assuming.length === 0 ? '' : markup`<p>To ${joined(assuming.map(code), ' or ')}:</p>`
      }<ul class="plain">${allowed.map((one) => markup`<li>${code(one)}</li>`)}</ul>`;
}

const textsOf = (terms: readonly { readonly text: string }[]): string[] => [
  ...new Set(terms.map(({ text }) => text)),
];
