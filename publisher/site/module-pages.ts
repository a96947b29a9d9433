import { aboveVersion, modulesMenu } from './edition';
import type { Edition } from './edition';
import type { Page } from './layout';
import { path } from './paths';

/** What a page about a module brings. */
export interface ModulePage extends Pick<Page, 'path' | 'content'> {
  /** Half a heading; empty for the page that stands for the module. */
  readonly subject: string;
  readonly parts: readonly (readonly [string, string])[];
}

/** A page about a module: beside it are its other pages, and the other modules. */
export function modulePage(edition: Edition, module: string, page: ModulePage): Page {
  const { version } = edition;
  const { path: here, subject, parts, content } = page;
  const readme = path.readme(version, module);
  const heading = subject === '' ? module : `${module}: ${subject}`;
  return {
    path: here,
    heading,
    ...(subject !== '' && { crumb: `${subject.charAt(0).toUpperCase()}${subject.slice(1)}` }),
    title: `${heading}, ${edition.name} ${version}`,
    above: [
      ...aboveVersion(edition),
      [version, path.version(version)],
      ...(here === readme ? [] : [[module, readme] as const]),
    ],
    beside: [
      {
        label: `About ${module}`,
        kind: 'about',
        entries: [
          ['Usage', readme],
          ['Inputs and outputs', path.contract(version, module)],
          ['Permissions', path.permissions(version, module)],
        ],
      },
      modulesMenu(edition, module),
    ],
    parts,
    content,
  };
}
