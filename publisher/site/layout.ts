import type { Edition } from './edition';
import { link, markup } from './markup';
import type { Markup, Part } from './markup';
import { path, wayTo } from './paths';

/** A page of the site. */
export interface Page {
  /** Where it lies, from the root of the site. */
  readonly path: string;
  /** Its one heading of the first level. */
  readonly heading: string;
  /** What its tab is called: the heading alone does not tell versions apart. */
  readonly title: string;
  /** The version that it is about; undefined: all of them. */
  readonly edition?: Edition;
  /** What stands in it: name and anchor of each part. */
  readonly parts: readonly (readonly [string, string])[];
  readonly content: Part;
}

/** A page as a browser gets it. Nothing in it comes from elsewhere, and nothing runs. */
export function pageText(page: Page): string {
  const { path: here, edition } = page;
  return htmlDocument(
    page.title,
    (to) => wayTo(here, to),
    markup`<a class="skip" href="#content">Skip to the content</a>
<header><p><a href="${wayTo(here, path.index)}">${edition?.name ?? page.heading}</a> ${edition?.version}</p></header>
<div class="page">
${edition === undefined ? '' : menus(edition, page)}<main id="content" tabindex="-1">
<h1>${page.heading}</h1>
${page.content}</main>
</div>
<footer><p>${link(wayTo(here, path.index), 'All versions')}. A published version never changes.</p></footer>`,
  );
}

/** What a host shows where there is nothing, at whatever path: its links are whole paths. */
export function notFoundPage(base: string, source: string): string {
  const address = (to: string): string => `${base}/${to}`;
  return htmlDocument(
    'Not found',
    address,
    markup`<div class="page">
<main>
<h1>Not found</h1>
<p>There is no such page. Start from ${link(address(path.index), ['all versions of ', source])}.</p>
</main>
</div>`,
  );
}

/** @param address of a file of the site, by its path from the root */
const htmlDocument = (title: string, address: (to: string) => string, body: Markup): string =>
  markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${address(path.icon)}" type="image/svg+xml">
<link rel="stylesheet" href="${address(path.style)}">
</head>
<body>
${body}
</body>
</html>
`.text;

/** The pages of a version: name and path of each. */
const pagesOf = ({ version }: Edition): (readonly [string, string])[] => [
  ['Overview', path.overview(version)],
  ['Permissions', path.permissions(version)],
  ['How to use', path.readme(version)],
  ['Upgrade', path.upgrade(version)],
];

const menus = (edition: Edition, { path: here, parts }: Page): Markup =>
  markup`<div class="menus">
${menu(
  `Version ${edition.version}`,
  pagesOf(edition).map(([name, to]) => [name, wayTo(here, to), to === here]),
)}${
    parts.length < 2
      ? ''
      : menu(
          'On this page',
          parts.map(([name, anchor]) => [name, `#${anchor}`, false]),
        )
  }</div>
`;

const menu = (label: string, entries: readonly (readonly [string, string, boolean])[]): Markup =>
  markup`<nav aria-label="${label}"><p>${label}</p><ul>${entries.map(
    ([name, address, isHere]) =>
      markup`<li><a href="${address}"${isHere ? markup` aria-current="page"` : ''}>${name}</a></li>`,
  )}</ul></nav>
`;
