import { defineModule } from '../../generator/module';
import type { ModuleDefinition } from '../../generator/module';
import { camelCase, snakeCase } from '../../generator/names';
import { awsPage } from '../iam/aws-pages';
import { awsProvider } from '../iam/aws-provider';
import { calledWith } from './called-with';
import { callsOf } from './calls';
import { cases } from './cases';
import { AccountSetup } from './construct';
import { rootDomain } from './domain';
import { inputs } from './inputs';
import { requirements } from './requirements';

/** The module that sets up an account in one call of the others. */
export function rootModule(modules: readonly ModuleDefinition[]): ModuleDefinition {
  const calls = callsOf(modules);
  const outputs = calls.map(({ called }) => [
    camelCase(called.name),
    `Null, or an object with ${names(called.outputs)}.`,
  ]);
  return defineModule<typeof inputs, AccountSetup>({
    name: 'ssm-iam',
    summary:
      'The IAM roles and policies that AWS Systems Manager needs in an account, in one call. Each role is off by default.',
    awsPage: awsPage.settingUpNodes,
    provider: awsProvider,
    calls: calls.map(({ called }) => called),
    calledWith: calledWith(calls),
    inputs,
    requirements,
    outputs: {
      ...(Object.fromEntries(outputs) as Record<string, string>),
      s3PolicyArns: 'ARNs of the S3 policies of all roles.',
    },
    cases,
    differences: [],
    domain: rootDomain(calls),
    build: (scope, id, props) => new AccountSetup(scope, id, calls, props),
  });
}

const names = (outputs: object): string =>
  Object.keys(outputs)
    .map((output) => `\`${snakeCase(output)}\``)
    .join(', ');
