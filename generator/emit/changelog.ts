import { MARKER } from './terraform-files';

/** The changelog as it is shipped: without links to files that are not, nor a heading of changes to come without any. */
export const shippedChangelog = (changelog: string): string =>
  `<!-- ${MARKER} -->\n\n${withoutEmptyUnreleased(withoutRelativeLinks(changelog)).trimEnd()}\n`;

/** Links are told apart by what a URL begins with. */
function withoutRelativeLinks(text: string): string {
  return text.replace(/\[([^\]]+)\]\((?![a-z]+:)[^)]*\)/g, '$1');
}

const withoutEmptyUnreleased = (text: string): string =>
  text.replace(/^## \[Unreleased\]\n+(?=## |(?![\s\S]))/m, '');
