import { changelogSection } from '../changelog';
import { changesSince } from './comparison';
import type { Edition } from './edition';
import type { Page } from './layout';
import { readMarkdown } from './markdown';
import { block, code, facts, link, markup, time } from './markup';
import type { Markup } from './markup';
import { moduleTable } from './module-table';
import { path, wayTo } from './paths';
import { withRegistry } from './usage';

/**
 * What a version is, what changed in it, and where to get it. What comes later
 * is not told: the page stays as it is.
 *
 * @param before the version before it, when it was published
 */
export function overviewPage(edition: Edition, before: Edition | undefined): Page {
  const { name, version, date, commit } = edition;
  const here = path.overview(version);
  const changelog = changelogOf(edition);
  const sections = [
    ...(before === undefined ? [] : [['Changes', 'changes', changes(before, edition)] as const]),
    ['Modules', 'modules', moduleTable(edition, here)],
    ...(changelog === undefined
      ? []
      : [
          [
            'Changelog',
            'changelog',
            markup`<h2 id="changelog">Changelog</h2>\n${changelog}`,
          ] as const,
        ]),
    ['Download', 'download', download(edition, here)],
  ] as const;
  return {
    path: here,
    heading: `${name} ${version}`,
    title: `${name} ${version}`,
    edition,
    parts: sections.map(([title, anchor]) => [title, anchor]),
    content: [
      facts([
        ['Released', time(date)],
        ['Commit', markup`<code class="once">${commit}</code>`],
      ]),
      sections.map(([, , content]) => content),
    ],
  };
}

const changes = (before: Edition, edition: Edition): Markup =>
  markup`<h2 id="changes">Changes since ${before.version}</h2>
${changesSince(before, edition)}`;

/** What the changelog says of the version; undefined: nothing. */
function changelogOf({ version, files, source }: Edition): Markup | undefined {
  const section = changelogSection(files['CHANGELOG.md'] ?? '', version);
  return section === ''
    ? undefined
    : readMarkdown(withRegistry(section, source), {
        prefix: 'changelog-',
        deeper: 0,
        leftOut: new Set(),
        code: (unchanged) => unchanged,
        link: (address) => (/^https:/i.test(address) ? address : undefined),
      });
}

function download({ version, archive, digest }: Edition, here: string): Markup {
  const file = archive.split('/').at(-1) ?? archive;
  const hexadecimal = digest.replace(/^sha256:/, '');
  return markup`<h2 id="download">Download</h2>
<p>${link(wayTo(here, archive), file)} holds the modules of ${version}. To check it after the download:</p>
${block(`echo "${hexadecimal}  ${file}" | sha256sum --check`, 'Command that checks the digest')}
<p>Terraform checks it by itself if ${code(`?checksum=${digest.slice(0, 14)}...`)} follows the address of the archive.</p>
`;
}
