import { availableParallelism } from 'node:os';
import { flat } from './configurations';
import { openWorkspace } from './terraform';
import type { Cloud } from './terraform';

interface Versions {
  readonly terraform_version: string;
  readonly provider_selections: Readonly<Record<string, string>>;
}

/** What a result depends on and may be told of any machine. */
export async function facts(cloud: Cloud): Promise<string> {
  const workspace = await openWorkspace(cloud, flat(0));
  const versions = JSON.parse(await workspace.must('version', '-json')) as Versions;
  const provider = Object.values(versions.provider_selections).join(', ');
  const [node] = process.versions.node.split('.');
  return `Node ${node}, Terraform ${versions.terraform_version}, AWS provider ${provider}, ${availableParallelism()} CPUs.`;
}
