import { icon, stylesheet } from './appearance';
import { comparisonPage, comparisonsPage } from './comparison-pages';
import { editionsOf } from './edition';
import type { Edition, Site } from './edition';
import { indexPage } from './index-page';
import { interfacePage } from './interface-page';
import { pageText } from './layout';
import type { Page } from './layout';
import { path } from './paths';
import { permissionsPage } from './permissions-page';
import { readmePage } from './readme-page';
import { changelogPage, versionPage } from './version-pages';

export type { Site, SiteRelease } from './edition';

/**
 * The site for people: pages by their paths from its root.
 *
 * Pages tell of their version and of older ones, so that a release changes none
 * but the index and the list of comparisons. Only a version that comes between
 * older ones changes the next above it, whose steps and changes are since then
 * those from the new one.
 */
export function siteFiles(site: Site): Readonly<Record<string, string>> {
  const editions = editionsOf(site);
  const name = site.source.split('/').at(-2) ?? site.source;
  const pages = [
    indexPage(name, site.source, editions),
    comparisonsPage(editions),
    ...editions.flatMap((edition, index) => [
      ...versionPages(edition, editions[index + 1]?.version),
      ...editions.slice(index + 1).map((older) => comparisonPage(older, edition)),
    ]),
  ].filter((page) => page !== undefined);
  return {
    [path.style]: stylesheet,
    [path.icon]: icon,
    ...Object.fromEntries(pages.map((page) => [page.path, pageText(page)])),
  };
}

const versionPages = (edition: Edition, before: string | undefined): (Page | undefined)[] => [
  versionPage(edition, before),
  changelogPage(edition),
  ...edition.modules.flatMap((module) => [
    readmePage(edition, module),
    interfacePage(edition, module),
    permissionsPage(edition, module),
  ]),
];
