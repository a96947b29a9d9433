import type { z } from 'zod';
import { condition, terms, when } from './permissions';
import { list, shape, text } from './pieces';

/** What the credentials need that plan, apply, update and destroy a module: a part of its contract. */

const actions = (needed: string) => list(text('An action of IAM.'), needed);

const statement = shape({
  sid: text('Name of the statement.'),
  addresses: list(text('Address of a resource.'), 'The resources of the module that need it.'),
  when,
  actions: shape({
    plan: actions('Needed by the plan of what exists, and by every other step.'),
    create: actions('Needed by the first apply.'),
    update: actions(
      'Needed by an apply that changes resources in place. One that adds or removes resources needs `create` or `destroy` as well.',
    ),
    destroy: actions('Needed to destroy it all.'),
  }),
  resources: terms.describe(
    'On what, by the inputs; the statement is left out if that is nothing.',
  ),
  conditions: list(condition, 'Conditions of the statement.'),
});

export const deployerShape = {
  deployer: list(
    statement,
    'The least privileges to deploy the module. Texts are written as in `permissions`; ${region}, and ${account_id} and ${partition} if they are no inputs, are those of the deployment. Absent: it is not told.',
  ).exactOptional(),
};

export type DeployerStatement = z.infer<typeof statement>;
