import { diff, lt } from 'semver';
import { nameOf, newestOf } from './edition';
import type { Edition } from './edition';
import type { Page } from './layout';
import { block, code, joined, link, markup, prose, table, time } from './markup';
import type { Markup } from './markup';
import { moduleTable } from './module-table';
import { path } from './paths';
import { callIn, fromRegistry } from './usage';

/** The page that people come to first. */
export function indexPage(source: string, editions: readonly Edition[]): Page {
  const newest = newestOf(editions);
  const name = nameOf(source);
  return {
    path: path.index,
    heading: name,
    title: `${name}, Terraform modules`,
    parts: [],
    content: [
      newest === undefined
        ? ''
        : [introduction(newest), moduleTable(newest, path.index), example(newest)],
      versionTable(editions, newest),
      markup`<p class="note">The address in the registry is ${code(source)}.</p>\n`,
    ],
  };
}

function introduction(edition: Edition): Markup {
  const { version, date } = edition;
  const [main] = edition.modules();
  return markup`<p class="lead">${prose(main?.contract.summary ?? '')}</p>
<p>The newest version is ${link(path.overview(version), version)}, of ${time(date)}.</p>
<p><a class="button" href="${path.permissions(version)}">What it grants, in full</a></p>
`;
}

function example(edition: Edition): Markup | undefined {
  const [main] = edition.modules();
  const call = main && callIn(edition, main);
  return main === undefined || call === undefined
    ? undefined
    : markup`<h2 id="use">Use it</h2>
<p>One click on code selects all of it.</p>
${block(fromRegistry(call, edition, main), `Code that takes ${edition.name} ${edition.version}`)}
`;
}

function versionTable(editions: readonly Edition[], newest: Edition | undefined): Markup {
  const rows = editions.map(({ version, date }, index) => {
    const before = editions[index + 1]?.version;
    const links = [
      ...(before === undefined
        ? []
        : [link(`${path.overview(version)}#changes`, `Changes in ${version}`)]),
      ...(newest !== undefined && lt(version, newest.version)
        ? [link(path.upgrade(version), `From ${version} to ${newest.version}`)]
        : []),
    ];
    return [
      link(path.overview(version), version),
      time(date),
      step(before, version),
      joined(links, ' · '),
    ];
  });
  return markup`<h2 id="versions">Versions</h2>
${table('Versions, newest first', ['Version', 'Released', 'Step', 'What changed'], rows)}`;
}

/** What a version says of itself: whether it may break something, adds something, or corrects. */
const step = (before: string | undefined, version: string): string =>
  before === undefined ? 'first' : (diff(before, version) ?? 'none');
