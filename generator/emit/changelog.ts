import { MARKER } from './terraform-files';

/**
 * The changelog of one module: that of all of them without the entries that
 * begin with the name of another, and without links that lead out of its folder.
 */
export function changelogOf(changelog: string, module: string, modules: readonly string[]): string {
  const isOthers = (block: string): boolean =>
    modules.some((name) => name !== module && block.startsWith(`- \`${name}\``));
  const text = blocksOf(changelog)
    .map((lines) => lines.join('\n'))
    .filter((block) => !isOthers(block))
    .join('\n');
  return `<!-- ${MARKER} -->\n\n${withoutEmptySections(withoutRelativeLinks(text)).trimEnd()}\n`;
}

/** Lines in blocks: an entry of a list with what is indented below it, or a line of its own. */
function blocksOf(text: string): string[][] {
  return text.split('\n').reduce<string[][]>((blocks, line) => {
    const last = blocks.at(-1);
    return line.startsWith('  ') && last !== undefined
      ? [...blocks.slice(0, -1), [...last, line]]
      : [...blocks, [line]];
  }, []);
}

/** Links are told apart by what a URL begins with. */
function withoutRelativeLinks(text: string): string {
  return text.replace(/\[([^\]]+)\]\((?![a-z]+:)[^)]*\)/g, '$1');
}

/** A heading of entries that are all left out says nothing, nor does one of changes that are still to come. */
function withoutEmptySections(text: string): string {
  return text
    .replace(/^### .*\n+(?=##|(?![\s\S]))/gm, '')
    .replace(/^## \[Unreleased\]\n+(?=## |(?![\s\S]))/m, '');
}
