import type { LintRule } from './lint-rule';

/** A module finds what it calls in its own package, in the version it was released with. */
export const callsInPackage: LintRule = ({ module = {} }) =>
  Object.entries(module)
    .filter(([, { source }]) => !/^\.\/modules\/[a-z0-9-]+$/.test(String(source)))
    .map(([name, { source }]) => ({
      code: 'ModuleSource',
      message: `module.${name} must be a module of this package, like "./modules/name", got "${String(source)}"`,
    }));
