import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';

export const differsFromPage = {
  pathsAndNames: {
    page: 'Parameters whose names begin alike, such as `prod-*`, in one region.',
    module: 'Parameters below a path, such as `/prod`, and single names, in every region.',
    why: 'A name that someone adds later can match `prod-*` by accident. A path ends at a slash, and AWS recommends paths to separate parameters. An IAM policy is global, and the account in the ARNs is fixed.',
    see: awsPage.restrictParameters,
  },
  threeReads: {
    page: 'Readers and nodes get ssm:GetParameters.',
    module:
      'ssm:GetParameter and ssm:GetParameters, and ssm:GetParametersByPath on paths, but not on single names.',
    why: 'The three return the same values, and programs use any of them. By a single name, ssm:GetParametersByPath would also return what is below that name.',
    see: awsPage.parameterRetrieval,
  },
  keyForParameters: {
    page: 'The KMS key may be used for anything.',
    module: 'The KMS key may be used for these parameters only.',
    why: 'The key may encrypt other parameters and other data. Parameter Store sends the ARN of the parameter as encryption context, and AWS prints a condition on it.',
    see: awsPage.parameterEncryption,
  },
  writeOnly: {
    page: 'People who write SecureString parameters also read them.',
    module:
      'With `access = "write"` they do not. `access = "administer"` reads, writes and deletes.',
    why: 'A pipeline that stores secrets need not read them. To read and write without deleting, call the module twice.',
    see: awsPage.parameterEncryption,
  },
  noHistory: {
    page: 'Administrators get ssm:GetParameterHistory.',
    module: 'Only with `history = true`.',
    why: 'The history returns the current value and old values, which may still be valid credentials.',
    see: awsPage.parameterStore,
  },
  noList: {
    page: 'Readers and administrators get ssm:DescribeParameters on everything.',
    module: 'Only with `describe = true`.',
    why: 'IAM can allow ssm:DescribeParameters for all parameters of the account only. Programs know the names that they need, but the console needs the list.',
    see: awsPage.parameterStore,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = Object.values(differsFromPage);
