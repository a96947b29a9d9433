import type { Companions } from '../companions';
import type { Files } from '../../files';
import type { InterfaceCase } from '../cases';
import type { ModuleInterface } from '../interface';
import { PLACEHOLDERS, compatibleVersions, sourcesOf } from '../publication';
import type { Publication } from '../publication';
import { code, fenced, link } from './markdown';
import { literal, moduleBlock } from './module-block';

/** How the module is called, from each place where it is to be had. */
export function usage(module: ModuleInterface, publication: Publication): string[] {
  const { registry, git, path } = sourcesOf(publication, module.name, isAbove(module));
  const block = (source: string, version?: string): string =>
    fenced(
      'hcl',
      moduleBlock(
        label(module),
        { source, ...(version !== undefined && { version }) },
        shortest(module.cases),
      ),
    );
  return [
    '## Usage',
    'From a registry:',
    block(registry, compatibleVersions(publication)),
    'From git:',
    block(git),
    'From a folder beside your configuration:',
    block(path),
    `Put the namespace of the registry that you use in place of ${code(PLACEHOLDERS.namespace)} (a private registry has its host name before it), and the host of your git repository in place of ${code(PLACEHOLDERS.gitHost)}.`,
  ];
}

const ELSEWHERE =
  'Each example is a complete root module. Outside this folder, replace `../..` with one of the sources above.';

/** The examples, as their files say. */
export function examples(files: Files): string[] {
  const sections = Object.entries(files)
    .filter(([path]) => path.endsWith('/main.tf'))
    .map(([path, text]) => {
      const name = path.replace('/main.tf', '');
      const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return [
        `### ${title}`,
        `The folder ${link(`examples/${name}`, `examples/${name}`)}.`,
        fenced('hcl', text.trimEnd()),
      ];
    });
  // "minimal" before "complete"
  return sections.length === 0 ? [] : ['## Examples', ELSEWHERE, ...sections.reverse().flat()];
}

/** How the tests are run that come along. */
export function tests(): string[] {
  return [
    '## Tests',
    `The tests in ${link('tests', 'tests')} plan with a mocked provider: they need no AWS account and no credentials. Terraform 1.7 or newer runs them, in the folder of the module:`,
    fenced('sh', 'terraform init && terraform test'),
  ];
}

/** One headed case per documented procedure. */
export function cases(module: ModuleInterface, { publication }: Companions): string[] {
  return [
    '## Procedures of the AWS guide',
    `The module replaces the procedures of ${link('this page', module.awsPage)} and of its earlier editions, some of which allow more than the page does today.`,
    ...module.cases.flatMap((one) => caseSection(module, publication, one)),
  ];
}

function caseSection(
  module: ModuleInterface,
  publication: Publication,
  one: InterfaceCase,
): string[] {
  const { path: source } = sourcesOf(publication, module.name, isAbove(module));
  const letter = Object.entries(one.toTheLetter).map(([name, value]) =>
    code(`${name} = ${literal(value)}`),
  );
  return [
    `### ${one.title}`,
    `${one.text} In the AWS guide: "${one.procedure}" (${link('the page today', one.see)}).`,
    fenced('hcl', moduleBlock(label(module), { source }, one.inputs)),
    ...(letter.length === 0
      ? []
      : [`As close as it gets to the edition that has this procedure: ${letter.join(', ')}.`]),
  ];
}

const isAbove = ({ modules }: ModuleInterface): boolean => modules.length > 0;

const label = ({ name }: ModuleInterface): string => name.replace(/-/g, '_');

/** The inputs of the case that needs the fewest. */
function shortest(all: readonly InterfaceCase[]): InterfaceCase['inputs'] {
  const [first] = [...all].sort(
    (one, other) => Object.keys(one.inputs).length - Object.keys(other.inputs).length,
  );
  return first?.inputs ?? {};
}
