import type { Domain, Expectations } from '../../generator/domain';
import { callOf } from '../../generator/module-call';
import { snakeCase } from '../../generator/names';
import { code, link, table } from '../../generator/readme/markdown';
import { permissionsDomain } from '../iam/permissions/domain';
import { isCalled } from './called-with';
import type { CallOf } from './calls';
import { inputs } from './inputs';
import { rootPermissions } from './permissions';

/** What the root can grant: what its modules can, whose READMEs tell it. */
export function rootDomain(calls: readonly CallOf[]): Domain {
  const asked = calls.map(({ called, onlyIf, forAnyOf }) => [
    (forAnyOf ?? [onlyIf]).map((input) => code(snakeCase(input))).join(', '),
    link(called.name, `modules/${called.name}/README.md#permissions`),
  ]);
  const { data } = permissionsDomain(rootPermissions(calls), inputs);
  return {
    data,
    overview: table(['Input', 'What it makes, and what that grants'], asked),
    sections: ['## Permissions', PERMISSIONS, '## Other inputs', OTHER_INPUTS],
    expects: callsOf(calls),
  };
}

const PERMISSIONS =
  'Nothing is granted until an input asks for it. Each README above says what, to whom and why; `interface.json` has it by the inputs of this module.';

/** Whoever wants more than a few inputs calls the modules, which have them all. */
const OTHER_INPUTS =
  'Terraform refuses a misspelt input. For any other input, call the modules in [modules](modules) yourself.';

/** What a plan shows of the modules is which of them are called; their own tests look at what each makes. */
const callsOf =
  (calls: readonly CallOf[]): Expectations =>
  (given) =>
    calls.map((call) => {
      const { name } = callOf(call.called);
      return {
        condition: `length(module.${name}) == ${isCalled(call, given) ? '1' : '0'}`,
        message: `module.${name} must be called if it is asked for, and only then`,
      };
    });
