import type { Domain, Expectations } from '../../generator/domain';
import { callOf } from '../../generator/module-call';
import { snakeCase } from '../../generator/names';
import { code, link, table } from '../../generator/readme/markdown';
import { permissionsDomain } from '../iam/permissions/domain';
import { isCalled } from './called-with';
import type { CallOf } from './calls';
import { inputs } from './inputs';
import { rootStatements } from './deployer';
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
    overview: table(['Input', 'Creates, and grants'], asked),
    sections: ['## Permissions', PERMISSIONS, '## Other inputs', OTHER_INPUTS, ...TAKE_OVER],
    ofResources: (addresses) => ({
      data: { deployer: rootStatements(calls, addresses) },
      sections: [],
    }),
    expects: callsOf(calls),
  };
}

const PERMISSIONS =
  'Nothing is granted until you set an input. The READMEs linked above list what each module grants, to whom and why, and what your pipeline needs (`ssm-iam explain ssm-iam --deployer`). [interface.json](interface.json) has all of it as data.';

/** Whoever wants more than a few inputs calls the modules, which have them all. */
const OTHER_INPUTS =
  'Terraform refuses a misspelt input. For inputs that this module does not have, call the modules in [modules](modules) yourself.';

const TAKE_OVER = [
  '## Take over what exists',
  'To import an existing role, use the `import` blocks of `examples/take-over` in the folder of the module that creates it. Write the address as it is in this module: `module.account.module.hybrid_service_role[0].aws_iam_role.this` if your call is `module "account"`.',
];

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
