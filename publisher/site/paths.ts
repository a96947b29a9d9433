import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { stylesheet } from './appearance';

/** Pages of old versions stay as they were made, so each keeps the stylesheet that it was made with. */
const styleDigest = createHash('sha256').update(stylesheet).digest('hex').slice(0, 8);

/** Where pages lie below the root of the site. Each is a file of its own: no host has to know of index pages. */
export const path = {
  index: 'index.html',
  style: `style-${styleDigest}.css`,
  icon: 'icon.svg',
  overview: (version: string): string => `versions/${version}/overview.html`,
  readme: (version: string): string => `versions/${version}/readme.html`,
  permissions: (version: string): string => `versions/${version}/permissions.html`,
  upgrade: (version: string): string => `versions/${version}/upgrade.html`,
} as const;

/** The relative address of one page on another; an anchor stays. */
export const wayTo = (from: string, to: string): string => posix.relative(posix.dirname(from), to);
