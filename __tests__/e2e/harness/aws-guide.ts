import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { carry, carryAll, fill, printed } from '../cases/aws-guide/guide';
import type { Inputs, Page, Place, Procedure } from '../cases/aws-guide/guide';
import { readAccount, readInlineOfUsers } from './account';
import type { AwsCli } from './aws-cli';
import { mustExecute } from './child';
import { contentOf } from './iam-content';
import type { GrantedState } from './iam-content';
import type { Bench } from './suite';
import { MODULES } from './workspace';

/** What procedures amount to in the account, by their names. */
export type Contents = Readonly<Record<string, readonly string[]>>;

/** The AWS guide in a place: its pages followed there, and our modules in their stead. */
export class AwsGuide {
  private readonly files: Readonly<Record<string, string>>;

  constructor(
    private readonly bench: Bench,
    private readonly awsCli: AwsCli,
    private readonly place: Place,
  ) {
    this.files = Object.fromEntries(
      Object.entries(printed('.')).map(([name, text]) => [name, carry(fill(text), place)]),
    );
  }

  /** Runs the commands of pages in an empty account; says what stands after each procedure, and at the end. */
  async follow(pages: readonly Page[]): Promise<{ after: Contents; end: Contents }> {
    await this.begin(pages);
    const after: Record<string, readonly string[]> = {};
    const followPage = async (page: Page): Promise<void> => {
      for (const procedure of page.procedures) {
        await this.run(page, procedure.scripts);
        after[procedure.name] = contentOf(await this.read(), procedure.subject);
      }
    };
    await Promise.all(pages.map(followPage));
    return { after, end: contents(pages, await this.read()) };
  }

  /** Runs them all, and does not look in between. */
  async make(pages: readonly Page[]): Promise<void> {
    await this.begin(pages);
    await Promise.all(
      pages.map((page) =>
        this.run(
          page,
          page.procedures.flatMap(({ scripts }) => scripts),
        ),
      ),
    );
  }

  /** Applies the modules in an empty account; says what stands then, and all that is written there and in Terraform's state. */
  async apply(
    pages: readonly Page[],
    inputs: (procedure: Procedure) => Inputs,
  ): Promise<{ end: Contents; written: readonly string[] }> {
    await this.begin(pages);
    const workspace = this.bench.workspace({
      provider: { aws: { region: this.place.region } },
      module: carryAll(moduleBlocks(pages, inputs), this.place),
    });
    await workspace.init();
    await workspace.apply();
    const state = await this.read();
    const written = [
      JSON.stringify(state),
      readFileSync(join(workspace.folder, 'terraform.tfstate'), 'utf8'),
    ];
    return { end: contents(pages, state), written };
  }

  /** Runs commands in the folder of a page. */
  async run(page: Page, scripts: readonly string[], last = ''): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'ssm-iam-guide-'));
    for (const [name, text] of Object.entries(this.files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    // the commands stay as printed
    const lines = [
      'unset AWS_PROFILE',
      this.awsCli.definition,
      ...scripts.map((script) => `. ./${script}`),
      last,
    ];
    try {
      return await mustExecute('bash', ['-e', '-c', lines.join('\n')], {
        cwd: join(folder, page.folder),
        env: this.environment(),
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  private environment(): Record<string, string> {
    return {
      ...this.bench.emulator.environment,
      AWS_DEFAULT_REGION: this.place.region,
      AWS_REGION: this.place.region,
    };
  }

  private async begin(pages: readonly Page[]): Promise<void> {
    await this.bench.emulator.reset();
    await Promise.all(
      pages.map(async (page) => {
        if (page.given !== undefined) {
          await this.run(page, [page.given]);
        }
      }),
    );
  }

  private async read(): Promise<GrantedState> {
    const iam = this.bench.emulator.iamIn(this.place.region);
    return { ...(await readAccount(iam)), inlineOfUsers: await readInlineOfUsers(iam) };
  }
}

/** The `module` blocks of pages: procedures that share one add to its inputs. */
export function moduleBlocks(
  pages: readonly Page[],
  inputs: (procedure: Procedure) => Inputs,
): Record<string, object> {
  const blocks: Record<string, object> = {};
  for (const procedure of pages.flatMap(({ procedures }) => procedures)) {
    blocks[procedure.block] = {
      ...blocks[procedure.block],
      source: `${MODULES}/${procedure.module}`,
      ...inputs(procedure),
    };
  }
  return blocks;
}

function contents(pages: readonly Page[], state: GrantedState): Contents {
  return Object.fromEntries(
    pages
      .flatMap(({ procedures }) => procedures)
      .map(({ name, subject }) => [name, contentOf(state, subject)]),
  );
}
