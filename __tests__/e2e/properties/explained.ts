import { readInputs } from '../../../generator/terraform-inputs';
import { catalog } from '../../../modules/catalog';
import { permissionsOf } from '../../../modules/iam/permissions/domain';
import { explain } from '../../../modules/iam/permissions/explain';
import { disagreements, foundFacts, toldFacts } from '../harness/permission-facts';
import type { ResourceChange } from '../harness/workspace';
import type { Case } from './plan-many';

const ACCOUNT_OF_THE_EMULATOR = '123456789012';

/** What the model tells and the plan does not hold, or the other way round. */
export function unexplained(
  { module, inputs }: Pick<Case, 'module' | 'inputs'>,
  planned: readonly ResourceChange[],
): string[] {
  const definition = catalog.find(({ name }) => name === module);
  if (definition === undefined) {
    throw new Error(`no module ${module}`);
  }
  const { partition, accountId } = definition.inputs;
  const scope = readInputs(definition, {
    ...inputs,
    ...(partition && { partition: inputs.partition ?? 'aws' }),
    ...(accountId && { account_id: inputs.account_id ?? ACCOUNT_OF_THE_EMULATOR }),
  });
  const grants = explain(permissionsOf(definition.domain), scope);
  const options = { namesKnown: definition.inputs.users !== undefined };
  return disagreements(
    grants.flatMap((grant) => toldFacts(grant, options)),
    planned.flatMap((change) => foundFacts(change, options)),
  );
}
