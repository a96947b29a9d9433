import { compare } from 'semver';
import type { Fact, PermissionFact } from '../facts/fact';
import { factsBetween } from '../facts/facts-between';
import type { Edition } from './edition';
import type { Page } from './layout';
import { code, link, markup, prose } from './markup';
import type { Markup } from './markup';
import { path, wayTo } from './paths';

/** As the plan of a release calls them. */
const STEPS = [
  ['major', 'Breaking'],
  ['minor', 'New'],
  ['patch', 'Other'],
] as const;

/** What a version has otherwise than an older one: the facts that its number comes from. */
export function changesSince(older: Edition, newer: Edition): Markup {
  const facts = factsBetween(older.files, newer.files);
  const granted = (byDefault: boolean): readonly PermissionFact[] =>
    facts.permissions.filter(({ by_default }) => by_default === byDefault);
  const none = markup`<p>No change: without inputs, every module grants what it granted.</p>\n`;
  return markup`<h3>Permissions, by default</h3>
${granted(true).length === 0 ? none : factList(granted(true))}${section(
    'Permissions that inputs switch on',
    granted(false),
  )}${STEPS.map(([step, title]) =>
    section(
      title,
      facts.interface.filter((fact) => fact.step === step),
    ),
  )}`;
}

/** What a caller of a version meets who goes to the newest. It is made again with each release. */
export function upgradePage(edition: Edition, newest: Edition): Page {
  const { name, version } = edition;
  const here = path.upgrade(version);
  const isOld = compare(version, newest.version) < 0;
  const target = link(wayTo(here, path.overview(newest.version)), newest.version);
  return {
    path: here,
    heading: isOld ? `From ${version} to ${newest.version}` : `Upgrade from ${version}`,
    title: `${name}: upgrade from ${version}`,
    edition,
    parts: [],
    content: isOld
      ? markup`<p class="lead">What an upgrade to ${target}, the newest version, changes.</p>
<h2>Changes</h2>
${changesSince(edition, newest)}`
      : markup`<p class="lead">No later version is released. The newest is ${target}.</p>\n`,
  };
}

const section = (title: string, facts: readonly Fact[]): Markup | undefined =>
  facts.length === 0 ? undefined : markup`<h3>${title}</h3>\n${factList(facts)}`;

const factList = (facts: readonly Fact[]): Markup =>
  markup`<ul class="changes">
${facts.map(
  ({ module, step, text, before, after }) =>
    markup`<li class="${step}">${module === '' ? '' : [code(module), ': ']}${prose(text)}
${valueLines(before).map((line) => markup`<del><span class="sign">− before</span> ${line}</del>`)}${valueLines(
      after,
    ).map((line) => markup`<ins><span class="sign">+ now</span> ${line}</ins>`)}</li>
`,
)}</ul>
`;

/** Lists are told element by element, texts as they are. */
const valueLines = (value: unknown): string[] =>
  value === null
    ? []
    : (Array.isArray(value) && value.length > 0 ? (value as unknown[]) : [value])
        .map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
        .filter((line) => line !== '');
