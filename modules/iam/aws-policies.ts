import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { readDataFile } from '../../generator/data-files';
import type { DataFile } from '../../generator/data-files';
import { expr, literal } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import type { Input, References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import type { Requirement } from '../../generator/requirements';
import { arnsOf, literalArns } from './caller-arns';
import { GUIDE_POLICY_PATHS } from './managed-policies';

const PATHS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(GUIDE_POLICY_PATHS)
    .map(([name, path]): [string, string] => [name.toLowerCase(), `iam::aws:policy/${path}`])
    .sort(([one], [other]) => (one < other ? -1 : 1)),
);

/** Name in lower case => how the ARN of the policy ends. */
export const awsPolicyFile: DataFile = { name: 'aws-policies.json', content: PATHS };

const SERVICE_ROLES = Object.entries(GUIDE_POLICY_PATHS)
  .filter(([, path]) => path.startsWith('service-role/'))
  .map(([name]) => name)
  .sort();

const HOLDERS = ['additionalPolicyArns', 'permissionsBoundary'] as const;

type PolicyInputs = Readonly<Record<(typeof HOLDERS)[number], Input<unknown>>>;

/**
 * The guide's policies of AWS at a path where there is none, which IAM would refuse at apply.
 *
 * @param list expression of the ARNs, where one is at hand
 * @param file expression of the content of the file
 */
export const awsPolicyPath = (
  list?: Expr<readonly string[]>,
  file: Expr<unknown> = literal(PATHS),
): Requirement<PolicyInputs> => ({
  code: 'AwsPolicyPath',
  about: HOLDERS,
  must: (name) =>
    `${HOLDERS.map(name).join(' and ')} must hold the exact ARNs of AWS managed policies: policy/service-role/NAME for ${SERVICE_ROLES.slice(0, -1).join(', ')} and ${String(SERVICE_ROLES.at(-1))}, policy/NAME for the others`,
  remedy: () => 'see aws-policies.json',
  refused: {
    additionalPolicyArns: {
      Example: 'arn:aws:iam::aws:policy/service-role/AmazonSSMManagedInstanceCore',
    },
  },
  accepts: (values) =>
    literalArns(HOLDERS, values).every((arn) => {
      const [, name = ''] = /::aws:policy\/(?:.*\/)?(.*)$/.exec(arn) ?? [];
      const known = name.toLowerCase();
      return !Object.hasOwn(PATHS, known) || arn.endsWith(String(PATHS[known]));
    }),
  condition: (ref) => {
    const name = expr`lower(replace(arn, "/.*::aws:policy/(.*/)?/", ""))`;
    return expr`!contains([for arn in ${list ?? arnsOf(HOLDERS, ref)} : try(endswith(arn, ${file}[${name}]), true)], false)`;
  },
});

/** The same as a precondition. */
export function awsPoliciesAsSpelt(
  scope: Construct,
  ref: References<PolicyInputs>,
  arns: Expr<readonly string[]>,
): Precondition {
  const file = readDataFile(
    scope,
    awsPolicyFile,
    expr`anytrue([for arn in ${arns} : arn != null])`,
  );
  return precondition(awsPolicyPath(arns, file), ref);
}
