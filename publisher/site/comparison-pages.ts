import { changesBetween } from './changes';
import type { Change, Detail, ModuleChanges, Sign } from './changes';
import { aboveVersion } from './edition';
import type { Edition } from './edition';
import type { Page } from './layout';
import { code, link, list, markup } from './markup';
import type { Markup } from './markup';
import { path, wayTo } from './paths';

/** What a module became between two versions. */
interface Compared {
  readonly name: string;
  /** Whether both have it, or which of them alone. */
  readonly presence: 'added' | 'removed' | 'kept';
  readonly changes: ModuleChanges;
}

/** Everything between two versions that a caller or a reviewer would want to know. */
export function comparisonPage(older: Edition, newer: Edition): Page {
  const compared = modulesOf(older, newer);
  const heading = `From ${older.version} to ${newer.version}`;
  return {
    path: path.comparison(older.version, newer.version),
    heading,
    title: `${newer.name}: ${older.version} to ${newer.version}`,
    above: [...aboveVersion(newer), ['Compare', path.comparisons]],
    parts: [
      ['Granted by default', 'by-default'],
      ...compared.map(({ name }) => [name, `module-${name}`] as const),
    ],
    content: [
      versionsCompared(older, newer),
      byDefault(compared),
      compared.map((module) => moduleSection(module, contractLink(module, older, newer))),
    ],
  };
}

function versionsCompared(older: Edition, newer: Edition): Markup {
  const here = path.comparison(older.version, newer.version);
  const linked = ({ version }: Edition): Markup =>
    link(wayTo(here, path.version(version)), version);
  return markup`<p class="lead">What ${linked(newer)} has otherwise than ${linked(older)}: permissions and interface of all modules, as their contracts tell them.</p>
`;
}

function modulesOf(older: Edition, newer: Edition): Compared[] {
  const contracts = ({ modules }: Edition) =>
    new Map(modules.map(({ contract }) => [contract.name, contract] as const));
  const [before, after] = [contracts(older), contracts(newer)];
  return [...new Set([...after.keys(), ...before.keys()])].map((name) => ({
    name,
    presence: !before.has(name) ? 'added' : !after.has(name) ? 'removed' : 'kept',
    changes: changesBetween(before.get(name), after.get(name)),
  }));
}

/** What concerns also those who change nothing but the version. */
function byDefault(compared: readonly Compared[]): Markup {
  const changed = compared.filter(({ changes }) => changes.byDefault.length > 0);
  const content =
    changed.length === 0
      ? markup`<p>No change: without inputs, all modules grant the same to the same.</p>\n`
      : changed.map(
          ({ name, changes }) => markup`<h3>${name}</h3>\n${changeList(changes.byDefault)}`,
        );
  return markup`<h2 id="by-default">Granted by default</h2>\n${content}`;
}

function moduleSection({ name, presence, changes }: Compared, contract: Markup): Markup {
  const isSame = changes.permissions.length + changes.contract.length === 0;
  const content = {
    kept: isSame
      ? markup`<p>No change of permissions or interface.</p>\n`
      : [subsection('Permissions', changes.permissions), subsection('Interface', changes.contract)],
    added: [
      markup`<p>A new module, with these ${contract}.</p>\n`,
      subsection('Permissions', changes.permissions),
    ],
    removed: [
      markup`<p>This module is gone, with its ${contract}.</p>\n`,
      subsection('Permissions', changes.permissions),
    ],
  }[presence];
  return markup`<h2 id="module-${name}">${name}</h2>\n${content}`;
}

const subsection = (title: string, changes: readonly Change[]): Markup =>
  markup`<h3>${title}</h3>\n${
    changes.length === 0 ? markup`<p>No change.</p>\n` : changeList(changes)
  }`;

/** Where the interface of a module stands: all of it is new, or all of it is gone. */
function contractLink({ name, presence }: Compared, older: Edition, newer: Edition): Markup {
  const { version } = presence === 'removed' ? older : newer;
  const here = path.comparison(older.version, newer.version);
  return link(wayTo(here, path.contract(version, name)), 'inputs and outputs');
}

const SIGNS: Readonly<Record<Sign, string>> = { added: '+', removed: '−', changed: '±' };

const changeList = (changes: readonly Change[]): Markup =>
  markup`<ul class="changes">
${changes.map(changeItem)}</ul>
`;

function changeItem({ sign, kind, name, details }: Change): Markup {
  const told = details.map(detail);
  const head = markup`<span class="sign">${SIGNS[sign]} ${sign}</span> ${kind} ${name === '' ? '' : code(name)}`;
  return markup`<li class="${sign}">${
    sign === 'changed' ? [head, told] : markup`<details><summary>${head}</summary>${told}</details>`
  }</li>
`;
}

function detail({ label, removed, added }: Detail): Markup {
  const lines = [
    ...removed.map((line) => markup`<del><span class="sign">− before</span> ${line}</del>`),
    ...added.map((line) => markup`<ins><span class="sign">+ now</span> ${line}</ins>`),
  ];
  return markup`<div class="detail"><p>${label}</p>${list(lines)}</div>`;
}

/** The pairs of versions. It lists all of them, so each release changes it. */
export function comparisonsPage(editions: readonly Edition[]): Page | undefined {
  const [newest] = editions;
  if (newest === undefined) {
    return undefined;
  }
  const sections = editions.slice(0, -1).map(({ version }, index) => {
    const pairs = editions
      .slice(index + 1)
      .map((older) =>
        link(
          wayTo(path.comparisons, path.comparison(older.version, version)),
          `${older.version} to ${version}`,
        ),
      );
    return markup`<h2>To ${version}</h2>\n${list(pairs)}\n`;
  });
  return {
    path: path.comparisons,
    heading: 'Compare two versions',
    title: `${newest.name}: compare two versions`,
    above: aboveVersion(newest),
    content: [
      markup`<p class="lead">Permissions and interface, for each pair of versions.</p>\n`,
      sections.length === 0 ? markup`<p>There is one version only.</p>\n` : sections,
    ],
  };
}
