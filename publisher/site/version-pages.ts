import { aboveVersion, modulesMenu } from './edition';
import type { Edition } from './edition';
import { moduleTable, step, time } from './index-page';
import type { Page } from './layout';
import { block, code, facts, link, markup } from './markup';
import type { Markup } from './markup';
import { path, wayTo } from './paths';
import { readMarkdown } from './readme';
import { withRegistry } from './usage';

/** What a version is, and where to get it. Its neighbours above are not told: they come later. */
export function versionPage(edition: Edition, before: string | undefined): Page {
  const { name, version, date, commit } = edition;
  const here = path.version(version);
  return {
    path: here,
    heading: `${name} ${version}`,
    title: `${name} ${version}`,
    above: aboveVersion(edition),
    beside: [modulesMenu(edition)],
    parts: [
      ['Modules', 'modules'],
      ['Download', 'download'],
    ],
    content: [
      facts([
        ['Released', time(date)],
        ['Step', step(before, version)],
        ['Changes', changes(edition, before, here)],
        ['Commit', markup`<code class="once">${commit}</code>`],
      ]),
      moduleTable(edition, here),
      download(edition, here),
    ],
  };
}

function changes({ version, files }: Edition, before: string | undefined, here: string): Markup {
  const told =
    files['CHANGELOG.md'] === undefined
      ? undefined
      : link(wayTo(here, path.changelog(version)), 'Changelog');
  const compared =
    before === undefined
      ? undefined
      : link(
          wayTo(here, path.comparison(before, version)),
          `Permissions and interface since ${before}`,
        );
  return markup`${told}${told !== undefined && compared !== undefined ? ', ' : ''}${compared}`;
}

function download({ version, archive, digest }: Edition, here: string): Markup {
  const file = archive.split('/').at(-1) ?? archive;
  const hexadecimal = digest.replace(/^sha256:/, '');
  return markup`<h2 id="download">Download</h2>
<p>${link(wayTo(here, archive), file)} holds the modules of ${version}. Its SHA-256 digest:</p>
${block(hexadecimal, 'SHA-256 digest of the archive')}
<p>To check it after the download:</p>
${block(`echo "${hexadecimal}  ${file}" | sha256sum --check`, 'Command that checks the digest')}
<p>Terraform checks it by itself if ${code(`?checksum=${digest.slice(0, 14)}...`)} follows the address of the archive.</p>
`;
}

/** The changelog up to a version; undefined if the release has none. */
export function changelogPage(edition: Edition): Page | undefined {
  const { name, version, files, source } = edition;
  const text = files['CHANGELOG.md'];
  if (text === undefined) {
    return undefined;
  }
  const read = readMarkdown(withRegistry(text, source), {
    leftOut: new Set(),
    section: () => undefined,
    drawing: () => undefined,
    code: (unchanged) => unchanged,
    link: (address, anchors) =>
      /^https:/i.test(address) || anchors.has(address.slice(1)) ? address : undefined,
  });
  return {
    path: path.changelog(version),
    heading: 'Changelog',
    title: `Changelog of ${name} ${version}`,
    above: [...aboveVersion(edition), [version, path.version(version)]],
    beside: [modulesMenu(edition)],
    parts: read.parts,
    content: read.content,
  };
}
