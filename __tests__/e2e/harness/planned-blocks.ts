import type { Block } from './markdown';
import type { Bench } from './suite';
import type { Plan, ResourceChange, Workspace } from './workspace';

/** What Terraform takes in a root module only, or what needs a provider of its own. */
const OF_A_ROOT = /^(import|provider) /m;

/** Configurations of the pages, each of which finds the modules in `ssm-iam`. */
export class PlannedBlocks {
  private together: Promise<Plan> | undefined;

  constructor(
    private readonly bench: Bench,
    private readonly blocks: readonly Block[],
    private readonly modules: string,
  ) {}

  /** A root module with a block in it. */
  rootOf({ text }: Block): Workspace {
    const workspace = this.bench.workspace({});
    workspace.write('main.tf', text);
    workspace.link('ssm-iam', this.modules);
    return workspace;
  }

  /** What Terraform plans for a block. */
  async changesOf(block: Block): Promise<readonly ResourceChange[]> {
    this.together ??= this.planTogether();
    const { resource_changes: all = [] } = await this.together;
    if (!OF_A_ROOT.test(block.text)) {
      return all.filter(({ address }) => address.startsWith(`module.${this.nameOf(block)}.`));
    }
    const workspace = this.rootOf(block);
    await workspace.init();
    return (await workspace.plan()).resource_changes ?? [];
  }

  /** Each block as a module of one configuration: a run of Terraform for each takes minutes. */
  private async planTogether(): Promise<Plan> {
    const names = this.blocks
      .filter(({ text }) => !OF_A_ROOT.test(text))
      .map((block) => this.nameOf(block));
    const workspace = this.bench.workspace({
      module: Object.fromEntries(names.map((name) => [name, { source: `./${name}` }])),
    });
    this.blocks.forEach((block) => {
      workspace.write(`${this.nameOf(block)}/main.tf`, block.text);
      workspace.link(`${this.nameOf(block)}/ssm-iam`, this.modules);
    });
    await workspace.must('fmt', '-check', '-diff', '-recursive');
    await workspace.init();
    return workspace.plan();
  }

  /** With the line, because that is what a message of Terraform shows. */
  private nameOf(block: Block): string {
    return `block_${this.blocks.indexOf(block)}_line_${block.line}`;
  }
}
