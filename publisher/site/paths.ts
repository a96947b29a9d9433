/** Where pages lie below the root of the site. Each is a file of its own: no host has to know of index pages. */
export const path = {
  index: 'index.html',
  style: 'style.css',
  icon: 'icon.svg',
  comparisons: 'compare/all.html',
  version: (version: string): string => `versions/${version}/overview.html`,
  changelog: (version: string): string => `versions/${version}/changelog.html`,
  readme: (version: string, module: string): string => `versions/${version}/${module}/readme.html`,
  contract: (version: string, module: string): string =>
    `versions/${version}/${module}/interface.html`,
  permissions: (version: string, module: string): string =>
    `versions/${version}/${module}/permissions.html`,
  comparison: (older: string, newer: string): string => `compare/${older}...${newer}.html`,
} as const;

/** The way from one page to another, as a link says it; an anchor stays. */
export function wayTo(from: string, to: string): string {
  const steps = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < steps.length && shared < target.length - 1 && steps[shared] === target[shared]) {
    shared += 1;
  }
  return [...steps.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}
