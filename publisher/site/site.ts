import { icon, stylesheet } from './appearance';
import { upgradePage } from './comparison';
import { editionsOf, newestOf } from './edition';
import type { Edition, Site } from './edition';
import { indexPage } from './index-page';
import { pageText } from './layout';
import type { Page } from './layout';
import { overviewPage } from './overview-page';
import { path } from './paths';
import { permissionsPage } from './permissions-page';
import { readmePage } from './readme-page';

export type { Site, SiteRelease } from './edition';

/**
 * The site for people: files by their paths from its root.
 *
 * Pages about a version tell of it and of older ones, so they are made once. With
 * each release only the index is made again, and the page of each version that
 * compares it with the newest; with an older version that comes later, the
 * overview of the next higher one as well.
 *
 * @param isThere whether a page is in its folder already and stays as it is; default: none is
 */
export function siteFiles(
  site: Site,
  isThere: (path: string) => boolean = () => false,
): Readonly<Record<string, string>> {
  const editions = editionsOf(site);
  const newest = newestOf(editions);
  const pages = editions.flatMap((edition, index) => [
    ...ownPages(edition, editions[index + 1]).flatMap(([where, page]) =>
      isThere(where) ? [] : [page()],
    ),
    ...(newest === undefined ? [] : [upgradePage(edition, newest)]),
  ]);
  return {
    [path.style]: stylesheet,
    [path.icon]: icon,
    ...Object.fromEntries(
      [indexPage(site.source, editions), ...pages].map((page) => [page.path, pageText(page)]),
    ),
  };
}

const ownPages = (
  edition: Edition,
  before: Edition | undefined,
): readonly (readonly [string, () => Page])[] => [
  [path.overview(edition.version), () => overviewPage(edition, before)],
  [path.permissions(edition.version), () => permissionsPage(edition)],
  [path.readme(edition.version), () => readmePage(edition)],
];
