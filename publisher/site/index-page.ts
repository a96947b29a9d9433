import { diff } from 'semver';
import type { Permission } from '../../contract/permissions';
import { day, modulesMenu, recommended } from './edition';
import type { Edition } from './edition';
import type { Page } from './layout';
import { block, code, joined, link, markup, prose, table } from './markup';
import type { Markup } from './markup';
import { path, wayTo } from './paths';
import { fromRegistry, takesFromRegistry, withRegistry } from './usage';

/** The page that people come to first. */
export function indexPage(name: string, source: string, editions: readonly Edition[]): Page {
  const edition = recommended(editions);
  const main = edition?.modules[0];
  return {
    path: path.index,
    heading: name,
    title: `${name}, Terraform modules`,
    above: [],
    ...(edition !== undefined && { beside: [modulesMenu(edition)] }),
    parts: [
      ...(edition === undefined
        ? []
        : [['Usage', 'usage'] as const, ['Modules', 'modules'] as const]),
      ['Versions', 'versions'],
    ],
    content: [
      main === undefined ? '' : markup`<p class="lead">${prose(main.contract.summary)}</p>\n`,
      edition === undefined ? '' : [newest(edition), moduleTable(edition, path.index)],
      versionTable(editions),
      markup`<p class="note">The address in the registry is ${code(source)}.</p>\n`,
    ],
  };
}

function newest(edition: Edition): Markup {
  const { version, date } = edition;
  const example = exampleOf(edition);
  return markup`<p>The newest version is ${link(path.version(version), version)}, of ${time(date)}.</p>
${
  example === undefined
    ? ''
    : markup`<h2 id="usage">Usage</h2>
<p>One click on code selects all of it.</p>
${block(example, `Code that takes ${edition.name} ${version}`)}
`
}`;
}

/** What the README of the module above the others shows first. */
function exampleOf(edition: Edition): string | undefined {
  const [main] = edition.modules;
  const addresses = edition.addresses(main?.folder ?? '');
  const readme = withRegistry(edition.files['README.md'] ?? '', edition.source);
  const codes = [...readme.matchAll(/^```hcl\n(?<code>[^]*?)^```$/gm)];
  const found = codes
    .map(({ groups }) => groups?.code ?? '')
    .find((code) => takesFromRegistry(code, addresses));
  return found === undefined ? undefined : fromRegistry(found, addresses);
}

/** The modules of a version, and who may assume the roles that they make. */
export function moduleTable({ version, modules }: Edition, here: string): Markup {
  const rows = modules.map(({ contract }) => ({
    cells: [
      link(wayTo(here, path.readme(version, contract.name)), contract.name),
      prose(contract.summary),
      [
        assumers(contract.permissions),
        ' ',
        link(wayTo(here, path.permissions(version, contract.name)), [
          'Permissions',
          hidden(` of ${contract.name}`),
        ]),
      ],
    ],
  }));
  return markup`<h2 id="modules">Modules</h2>
${table(`Modules of ${version}`, ['Module', 'What it is', 'Who may assume its role'], rows)}`;
}

const hidden = (text: string): Markup => markup`<span class="hidden">${text}</span>`;

/** The services that are trusted, or the input that names them; those by default first. */
function assumers(permissions: readonly Permission[]): Markup {
  const trusts = permissions.filter(({ kind }) => kind === 'trust');
  // names of one service in several partitions are one to a reader
  const named = (byDefault: boolean): string[] => [
    ...new Set(
      trusts
        .filter(({ by_default }) => by_default === byDefault)
        .map(({ services = [] }) =>
          services.map(({ text, for_each }) => for_each ?? text).join(' or '),
        ),
    ),
  ];
  const always = named(true);
  const asked = named(false).filter((services) => !always.includes(services));
  const listed = (all: readonly string[]): Markup =>
    joined(
      all.map((services) => joined(services.split(' or ').map(code), ' or ')),
      ', ',
    );
  return markup`${[
    always.length === 0 ? '' : ['By default: ', listed(always), '. '],
    asked.length === 0 ? '' : ['If asked: ', listed(asked), '. '],
    trusts.length === 0 ? 'Nobody: it makes no role.' : '',
  ]}`;
}

function versionTable(editions: readonly Edition[]): Markup {
  const rows = editions.map(({ version, date }, index) => {
    const before = editions[index + 1]?.version;
    const comparison =
      before === undefined
        ? 'The first.'
        : link(path.comparison(before, version), `Changes since ${before}`);
    return {
      cells: [link(path.version(version), version), time(date), step(before, version), comparison],
    };
  });
  return markup`<h2 id="versions">Versions</h2>
${table('Versions, newest first', ['Version', 'Released', 'Step', 'What changed'], rows)}
${editions.length < 3 ? '' : markup`<p>${link(path.comparisons, 'Compare any two versions')}.</p>\n`}`;
}

/** What a version says of itself: whether it may break something, adds something, or corrects. */
export const step = (before: string | undefined, version: string): string =>
  before === undefined ? 'first' : (diff(before, version) ?? 'none');

export const time = (date: string): Markup => markup`<time datetime="${date}">${day(date)}</time>`;
