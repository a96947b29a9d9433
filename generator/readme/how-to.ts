import type { Companions } from '../companions';
import type { Files } from '../../files';
import type { Case } from '../cases';
import { literalExpression } from '../hcl';
import type { ModuleInterface } from '../interface';
import { PLACEHOLDERS, compatibleVersions, sourcesOf } from '../publication';
import type { Publication } from '../publication';
import { code, fenced, link, table } from './markdown';
import { moduleBlock } from './module-block';

/** The shortest call of the module, and the other places from which it can be taken. */
export function usage(module: ModuleInterface, publication: Publication): string[] {
  const { folder, git, registry } = sourcesOf(publication, module.name, isAbove(module));
  const version = `version = "${compatibleVersions(publication)}"`;
  return [
    '## Usage',
    fenced('hcl', moduleBlock(label(module), { source: folder }, shortest(module.cases))),
    `This example uses the folder ${code('ssm-iam')} next to your configuration, a copy of the published repository or of the folder ${code('generated')} in the source repository. After the first release, you can write this, with the host of your git repository for ${code(PLACEHOLDERS.gitHost)} and the namespace in your registry for ${code(PLACEHOLDERS.namespace)}, preceded by the host name if it is private:`,
    table(
      ['From', 'In the block'],
      [
        ['git', code(`source = "${git}"`)],
        ['a registry', `${code(`source = "${registry}"`)} and ${code(version)}`],
      ],
    ),
  ];
}

/** The example that imports what was made by hand. */
const TAKE_OVER = 'take-over';

/** How what exists comes under the module: nothing, where no example shows it. */
export function takeOver(files: Files): string[] {
  return `${TAKE_OVER}/main.tf` in files
    ? [
        '## Take over what exists',
        `To manage resources that were created by following the AWS guide, import them. ${link(`examples/${TAKE_OVER}`, `examples/${TAKE_OVER}`)} has the module call and the ${code('import')} blocks, with the names from the guide. Replace the names with yours and run ${code('terraform plan')}. The plan must not destroy or replace anything. It makes the changes under ${link('What differs from the AWS page', '#what-differs-from-the-aws-page')}. If it would change or remove something that you want to keep, such as tags, set the matching input. Apply, then remove the ${code('import')} blocks.`,
      ]
    : [];
}

/** Where the other examples are. */
export function examples(files: Files): string[] {
  const names = Object.keys(files)
    .filter((path) => path.endsWith('/main.tf') && !path.startsWith(`${TAKE_OVER}/`))
    .map((path) => path.replace('/main.tf', ''))
    // "minimal" before "complete"
    .reverse();
  const links = names.map((name) => link(`examples/${name}`, `examples/${name}`));
  return links.length === 0
    ? []
    : [
        '## Examples',
        `Complete root modules: ${links.join(' and ')}. To use one elsewhere, replace ${code('../..')} with one of the sources under ${link('Usage', '#usage')}.`,
      ];
}

/** How the tests are run that come along. */
export function tests(): string[] {
  return [
    '## Tests',
    `The tests in ${link('tests', 'tests')} plan with a mocked provider, so they need no AWS account. Run them in the folder of the module, with Terraform 1.7 or newer:`,
    fenced('sh', 'terraform init && terraform test'),
  ];
}

/** One headed case per documented procedure. */
export function cases(module: ModuleInterface, { publication }: Companions): string[] {
  return [
    '## Procedures of the AWS guide',
    `The module replaces the procedures of ${link('this page', module.see)} and of its earlier editions. Some of those allow more than the page does today.`,
    ...module.cases.flatMap((one) => caseSection(module, publication, one)),
  ];
}

function caseSection(module: ModuleInterface, publication: Publication, one: Case): string[] {
  const { folder: source } = sourcesOf(publication, module.name, isAbove(module));
  const letter = Object.entries(one.toTheLetter ?? {}).map(([name, value]) =>
    code(`${name} = ${literalExpression(value)}`),
  );
  return [
    `### ${one.title}`,
    `${one.text} In the AWS guide: "${one.procedure}" (${link('the page today', one.see)}).`,
    fenced('hcl', moduleBlock(label(module), { source }, one.inputs)),
    ...(letter.length === 0
      ? []
      : [
          `To match this procedure of the AWS guide as closely as possible, set ${letter.join(', ')}.`,
        ]),
  ];
}

const isAbove = ({ modules }: ModuleInterface): boolean => modules.length > 0;

const label = ({ name }: ModuleInterface): string => name.replace(/-/g, '_');

/** The inputs of the case that needs the fewest. */
function shortest(all: readonly Case[]): Case['inputs'] {
  const [first] = [...all].sort(
    (one, other) => Object.keys(one.inputs).length - Object.keys(other.inputs).length,
  );
  return first?.inputs ?? {};
}
