import { readFileSync } from 'node:fs';
import { catalog } from '../../../modules/catalog';
import type { AccountState } from './account';
import type { ProjectCopy } from './project';

/** A command of CDKTF that succeeded. */
interface Ended {
  /** What it printed. */
  readonly text: string;
  readonly before: AccountState;
  readonly after: AccountState;
  readonly project: ProjectCopy;
}

/** What the pages promise of commands, by their names. */
export const AFTER_CDKTF: Readonly<Record<string, (ended: Ended) => void>> = {
  list: ({ text }) => {
    expect(catalog.filter(({ name }) => !text.includes(`stacks/${name}\n`))).toEqual([]);
  },
  synth: ({ project }) => {
    for (const { name } of catalog) {
      const stack = readFileSync(project.path(`cdktf.out/stacks/${name}/cdk.tf.json`), 'utf8');
      expect(JSON.parse(stack)).toHaveProperty('terraform.backend', {
        local: { path: `../../../terraform.${name}.tfstate` },
      });
      expect(stack).not.toContain(project.folder);
    }
  },
  diff: ({ text, before, after }) => {
    expect(text).toMatch(/Plan: [1-9]\d* to add, 0 to change, 0 to destroy\./);
    expect(after).toEqual(before);
  },
  deploy: ({ after }) => {
    expect(Object.keys(after.roles)).toContain('Web');
    expect(Object.keys(after.profiles)).toContain('Web');
  },
  destroy: ({ after }) => {
    expect(Object.keys(after.roles)).not.toContain('Web');
    expect(Object.keys(after.profiles)).not.toContain('Web');
  },
};
