import { posix } from 'node:path';
import type { LocatedModule } from '../module-interface';
import type { Edition } from './edition';
import type { Page } from './layout';
import { readMarkdown } from './markdown';
import { block, markup, prose } from './markup';
import type { Markup } from './markup';
import { moduleParts } from './module-table';
import { path, wayTo } from './paths';
import { callIn, fromRegistry, withRegistry } from './usage';

/** Sections of a README that the site tells otherwise: on a page of their own, or by the files that they name. */
const LEFT_OUT = new Set(['Permissions', 'Diagram', 'Usage', 'Examples', 'Tests']);

/** The READMEs of the modules, with addresses that work. */
export function readmePage(edition: Edition): Page {
  const modules = edition.modules();
  return {
    path: path.readme(edition.version),
    heading: 'How to use',
    title: `How to use ${edition.name} ${edition.version}`,
    edition,
    parts: moduleParts(modules),
    content: [
      markup`<p class="lead">How to call each module, and what to know before. One click on code selects all of it.</p>\n`,
      modules.map((module) => moduleSection(edition, module)),
    ],
  };
}

function moduleSection(edition: Edition, module: LocatedModule): Markup {
  const { folder, contract } = module;
  const { name, summary } = contract;
  const text = edition.files[posix.join(folder, 'README.md')] ?? '';
  return markup`<h2 id="${name}">${name}</h2>
<p>${prose(summary)}</p>
${usage(edition, module)}${readMarkdown(
    withRegistry(text.replace(`\n${summary}\n`, ''), edition.source),
    {
      prefix: `${name}-`,
      deeper: 1,
      leftOut: LEFT_OUT,
      code: (code) => fromRegistry(code, edition, module),
      link: (address, anchors) => linkFrom(edition, module, address, anchors),
    },
  )}${examples(edition, module)}`;
}

/** How a configuration takes the module. */
function usage(edition: Edition, module: LocatedModule): Markup | undefined {
  const call = callIn(edition, module);
  const label = `Code that takes ${module.contract.name} from this registry`;
  return call === undefined
    ? undefined
    : markup`${block(fromRegistry(call, edition, module), label)}\n`;
}

function examples(edition: Edition, module: LocatedModule): Markup[] {
  const folder = posix.join(module.folder, 'examples/');
  return Object.entries(edition.files)
    .filter(([file]) => file.startsWith(folder) && file.endsWith('/main.tf'))
    .map(([file, text]) => {
      const title = `Example "${posix.basename(posix.dirname(file))}" of ${module.contract.name}`;
      return markup`<details><summary>${title}</summary>
${block(fromRegistry(text.trimEnd(), edition, module), title)}
</details>
`;
    });
}

/** Where a link of a README leads from here: on the web, in the same section, or to what a module grants. */
function linkFrom(
  { version }: Edition,
  { contract: { name } }: LocatedModule,
  address: string,
  anchors: ReadonlySet<string>,
): string | undefined {
  if (address.startsWith('#')) {
    const anchor = address.slice(1);
    return `#${name}${anchors.has(anchor) ? `-${anchor}` : ''}`;
  }
  const granting = /^modules\/([^/]+)\/README\.md#permissions$/.exec(address)?.[1];
  if (granting !== undefined) {
    return `${wayTo(path.readme(version), path.permissions(version))}#${granting}`;
  }
  if (address.endsWith('CHANGELOG.md')) {
    return wayTo(path.readme(version), path.index);
  }
  return address.startsWith('https://') ? address : undefined;
}
