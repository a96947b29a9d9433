import type { DeployerStatement } from '../../contract/deployer';
import { callOf } from '../../generator/module-call';
import { snakeCase } from '../../generator/names';
import { calledStatements } from '../iam/deployer/policy';
import { deployerStatements } from '../iam/deployer/statements';
import { isNotEmpty } from '../iam/permissions/model';
import { asks } from './calls';
import type { CallOf } from './calls';
import { argumentsOf } from './permissions';

/** What whoever deploys the called modules has to be allowed, with what they are called with. */
export const rootStatements = (
  calls: readonly CallOf[],
  addresses: readonly string[],
): DeployerStatement[] => calls.flatMap((call) => ofCall(call, calls, addresses));

function ofCall(
  call: CallOf,
  calls: readonly CallOf[],
  addresses: readonly string[],
): DeployerStatement[] {
  const prefix = `module.${callOf(call.called).name}.`;
  const own = addresses
    .filter((address) => address.startsWith(prefix))
    .map((address) => address.slice(prefix.length));
  // not every module has them as inputs
  const ofTheDeployment = { account_id: { path: 'account_id' }, region: { path: 'region' } };
  const given = { ...ofTheDeployment, ...argumentsOf(call, calls) };
  const lists = call.forAnyOf?.map((list) => [isNotEmpty(snakeCase(list))]) ?? [[]];
  return calledStatements(deployerStatements(own, call.called.inputs), given).flatMap((statement) =>
    lists.map((anyOf) => ({
      ...statement,
      addresses: statement.addresses.map((address) => prefix + address),
      when: [asks(call.onlyIf), ...anyOf, ...statement.when],
    })),
  );
}
