import { link, markup } from './markup';
import type { Markup, Part } from './markup';
import { path, wayTo } from './paths';

/** A page of the site. */
export interface Page {
  /** Where it lies, from the root of the site. */
  readonly path: string;
  /** Its one heading of the first level. */
  readonly heading: string;
  /** What it is called below the pages above it, if that is not its heading. */
  readonly crumb?: string;
  /** What its tab is called: the heading alone does not tell versions apart. */
  readonly title: string;
  /** Pages above it, from the outermost: name and path. */
  readonly above: readonly (readonly [string, string])[];
  /** Lists of pages beside it. */
  readonly beside?: readonly Menu[];
  /** What stands in it: name and anchor of each part. */
  readonly parts?: readonly (readonly [string, string])[];
  readonly content: Part;
}

/** Pages that belong together. */
export interface Menu {
  readonly label: string;
  /** Of what it is a list, for the stylesheet. */
  readonly kind: 'about' | 'modules';
  /** Name and path of each. */
  readonly entries: readonly (readonly [string, string])[];
  /** The page that stands for the one at hand, where that is not among the entries. */
  readonly current?: string;
}

/** A page as a browser gets it. Nothing in it comes from elsewhere, and nothing runs. */
export function pageText(page: Page): string {
  const aside = sidebar(page);
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
<link rel="icon" href="${wayTo(page.path, path.icon)}" type="image/svg+xml">
<link rel="stylesheet" href="${wayTo(page.path, path.style)}">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>${breadcrumbs(page)}</header>
<div class="${aside === undefined ? 'page' : 'page beside'}">
${aside}<main id="content" tabindex="-1">
<h1>${page.heading}</h1>
${page.content}</main>
</div>
<footer><p>${link(wayTo(page.path, path.index), 'All versions')}. A published version never changes.</p></footer>
</body>
</html>
`.text;
}

function breadcrumbs({ path: here, above, heading, crumb = heading }: Page): Markup {
  return markup`<nav aria-label="Breadcrumb"><ol>${above.map(
    ([name, to]) => markup`<li>${link(wayTo(here, to), name)}</li>`,
  )}<li><a href="${wayTo(here, here)}" aria-current="page">${crumb}</a></li></ol></nav>`;
}

function sidebar({ path: here, beside = [], parts = [] }: Page): Markup | undefined {
  const menus = beside.map((menu) => menuText(menu, here));
  const ownParts = parts.map(([name, anchor]) => markup`<li><a href="#${anchor}">${name}</a></li>`);
  if (parts.length > 1) {
    menus.push(markup`<nav aria-label="On this page" class="parts"><p>On this page</p><ul>${ownParts}</ul></nav>
`);
  }
  return menus.length === 0
    ? undefined
    : markup`<div class="menus">
${menus}</div>
`;
}

function menuText({ label, kind, entries, current }: Menu, here: string): Markup {
  return markup`<nav aria-label="${label}" class="${kind}"><p>${label}</p><ul>${entries.map(
    ([name, to]) => {
      const mark = to === here ? 'page' : to === current ? 'true' : undefined;
      const attribute = mark === undefined ? '' : markup` aria-current="${mark}"`;
      return markup`<li><a href="${wayTo(here, to)}"${attribute}>${name}</a></li>`;
    },
  )}</ul></nav>
`;
}
