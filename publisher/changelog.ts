/** What a changelog says about a version, without its heading; empty: nothing. */
export const changelogSection = (changelog: string, version: string): string =>
  changelog
    .split(/^## /m)
    .find((text) => text.split(/[\s[\]]+/, 2).includes(version))
    ?.replace(/^.*/, '')
    .trim() ?? '';
