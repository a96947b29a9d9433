import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import { notNull } from '../../generator/null-rules';
import { each, lacks, matches, oneOf } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import * as type from '../../generator/types';
import { kmsKeyArn } from '../iam/arns';
import { awsPage } from '../iam/aws-pages';
import { policyInputs } from '../iam/people';

const none: readonly string[] = [];

/** What may be done with the parameters. */
export const ACCESS = { read: 'read', write: 'write', administer: 'administer' } as const;

/** What Parameter Store takes as a name: of 2048 characters it keeps 1037 for itself. */
const named = (pattern: string, code: string, what: string, remedy: string): Rule<string> =>
  matches({
    pattern,
    refused: '/web/*',
    shortest: 1,
    longest: 1011,
    code,
    must: `must be ${what}, at most 1011 letters, digits and _.-/`,
    remedy,
    see: awsPage.putParameter,
  });

const path = named(
  '^/([A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*)?$',
  'ParameterPath',
  'a path that begins with "/" and does not end with it',
  'write it like "/web", without a wildcard',
);

const name = named(
  '^/?[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*$',
  'Parameter',
  'the name of a parameter',
  'write it like "/web/database" or "database", without a wildcard, version or label',
);

/** Their ARNs have no account, and nobody else may make a parameter of such a name. */
const own = lacks('^/?([aA][wW][sS]|[sS][sS][mM])', {
  refused: '/aws/service/example',
  code: 'ParameterOfAws',
  must: 'must not begin with aws or ssm: Parameter Store reserves such names for AWS',
  remedy: 'name parameters of your own account',
  see: awsPage.putParameter,
});

export const inputs = {
  ...policyInputs({ policyName: 'SSMParameterStoreAccess', may: 'use the parameters' }),
  access: input.withDefault(type.string, ACCESS.read, {
    description:
      'What users, groups and roles may do. `read`: read values. `write`: create and overwrite parameters, but not read them. `administer`: read, write and delete.',
    rules: [oneOf(Object.values(ACCESS), { code: 'Access', see: awsPage.parameterStore })],
    samples: [{ value: ACCESS.write }, { value: ACCESS.administer }],
  }),
  paths: input.withDefault(type.set(type.string), none, {
    description:
      'Paths of parameters, like `/web`. Each stands for the parameter of that name and for all parameters below it. `/`: all parameters of the account.',
    rules: [each(notNull(path)), each(own)],
    samples: [{ value: ['/batch', '/web/eu'] }],
  }),
  names: input.withDefault(type.set(type.string), none, {
    description:
      'Names of single parameters, like `/web/database` or `database`. What is below them is not included.',
    rules: [each(notNull(name)), each(own)],
    samples: [{ value: ['/shared/licence', 'database'] }],
  }),
  kmsKeyArns: input.withDefault(type.set(type.string), none, {
    description:
      'ARNs of the customer managed KMS keys that encrypt `SecureString` parameters. They may be used for these parameters only. The AWS managed key `aws/ssm` needs no entry.',
    rules: [each(notNull({ ...kmsKeyArn, see: awsPage.parameterEncryption }))],
    samples: [{ value: ['arn:aws:kms:us-east-2:123456789012:key/example'] }],
  }),
  history: input.withDefault(type.bool, false, {
    description:
      'Allow `ssm:GetParameterHistory`, which returns the values of all versions, the current one included.',
  }),
  describe: input.withDefault(type.bool, false, {
    description:
      'Allow `ssm:DescribeParameters`, which lists names and metadata of all parameters of the account, but no values.',
  }),
};

/** More names than fit into a policy. */
export const TOO_LONG = {
  names: Array.from({ length: 7 }, (_, i) => `/${i}`.padEnd(1011, 'a')),
  users: ['jane'],
};

export type ParameterStoreAccessProps = Props<typeof inputs>;
