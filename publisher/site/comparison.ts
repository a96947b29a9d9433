import { compare } from 'semver';
import type { Fact } from '../facts/fact';
import { factsBetween } from '../facts/facts-between';
import { BY_DEFAULT, sectionsOf, valueLines } from '../facts/sections';
import type { Edition } from './edition';
import type { Page } from './layout';
import { code, link, markup, prose } from './markup';
import type { Markup } from './markup';
import { path, wayTo } from './paths';

/** What a version has otherwise than an older one: the facts that its number comes from. */
export function changesSince(older: Edition, newer: Edition): Markup {
  const sections = sectionsOf(factsBetween(older.files, newer.files));
  const none = markup`<h3>${BY_DEFAULT}</h3>
<p>No change: without inputs, every module grants what it granted.</p>\n`;
  return markup`${sections[0]?.title === BY_DEFAULT ? '' : none}${sections.map(
    ({ title, facts }) => markup`<h3>${title}</h3>\n${factList(facts)}`,
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
