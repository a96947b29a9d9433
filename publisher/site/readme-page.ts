import { posix } from 'node:path';
import { mermaid } from '../../contract/diagram';
import type { LocatedModule } from '../module-interface';
import { drawing } from './diagram';
import type { Edition } from './edition';
import type { Page } from './layout';
import { markup } from './markup';
import { modulePage } from './module-pages';
import { path, wayTo } from './paths';
import { readMarkdown } from './readme';
import type { Reading } from './readme';
import { fromRegistry, takesFromRegistry, usage, withRegistry } from './usage';

/** Sections of a README that other pages of the module tell, from its contract. */
const TOLD_ELSEWHERE = {
  permissions: ['Permissions'],
  contract: [
    ...['Requirements', 'Providers', 'Modules', 'Resources', 'Inputs', 'Outputs'],
    'Rules and attributes of inputs',
  ],
};

/** The README of a module, with addresses that work. */
export function readmePage(edition: Edition, module: LocatedModule): Page {
  const { folder, contract } = module;
  const here = path.readme(edition.version, contract.name);
  const text = edition.files[posix.join(folder, 'README.md')];
  const read =
    text === undefined
      ? { content: markup`<p>${contract.summary}</p>`, parts: [] }
      : readMarkdown(withRegistry(text, edition.source), reading(edition, module, here));
  return modulePage(edition, contract.name, {
    path: here,
    subject: '',
    parts: read.parts,
    content: read.content,
  });
}

function reading(edition: Edition, { folder, contract }: LocatedModule, here: string): Reading {
  const addresses = edition.addresses(folder);
  return {
    leftOut: new Set(Object.values(TOLD_ELSEWHERE).flat()),
    section: (heading, codes) => {
      const [first] = codes
        .map((code) => fromRegistry(code, addresses))
        .filter((code) => takesFromRegistry(code, addresses));
      return heading === 'Usage' && first !== undefined ? usage(first, addresses) : undefined;
    },
    drawing: (language, code) =>
      contract.diagram && language === 'mermaid' && code.trim() === mermaid(contract.diagram)
        ? drawing(contract.diagram, `What ${contract.name} grants`)
        : undefined,
    code: (code) => fromRegistry(code, addresses),
    link: (address, anchors) => linkFrom(edition, { folder, here, address, anchors, contract }),
  };
}

interface Link extends LocatedModule {
  readonly here: string;
  readonly address: string;
  readonly anchors: ReadonlySet<string>;
}

/** Where a link of a README leads on the site, if the site has what it means. */
function linkFrom(
  edition: Edition,
  { folder, here, address, anchors, contract }: Link,
): string | undefined {
  const { version } = edition;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
    return address;
  }
  const [file = '', anchor = ''] = address.split('#');
  if (file === '') {
    return anchors.has(anchor) ? address : elsewhere(edition, here, contract.name, anchor);
  }
  const target = posix.normalize(posix.join(folder, file)).replace(/\/?(?:README\.md)?$/, '');
  const module = edition.modules.find((other) => other.folder === (target === '.' ? '' : target));
  if (module !== undefined) {
    return wayTo(here, path.readme(version, module.contract.name));
  }
  return target === 'CHANGELOG.md' ? wayTo(here, path.changelog(version)) : undefined;
}

function elsewhere(
  { version }: Edition,
  here: string,
  module: string,
  anchor: string,
): string | undefined {
  const isSection = (headings: readonly string[]): boolean =>
    headings.some((heading) => heading.toLowerCase().replaceAll(' ', '-') === anchor);
  if (isSection(TOLD_ELSEWHERE.permissions)) {
    return wayTo(here, path.permissions(version, module));
  }
  return isSection(TOLD_ELSEWHERE.contract)
    ? wayTo(here, path.contract(version, module))
    : undefined;
}
