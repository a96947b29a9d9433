import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differsFromPage as differs } from './differences';
import type { ParameterStoreAccessProps } from './inputs';

const KEYS = 'arn:aws:kms:us-east-2:123456789012:key';
const see = awsPage.parameterStore;

export const readers: Case<ParameterStoreAccessProps> = {
  title: 'People who read parameters',
  text: 'Name users, groups or roles, and the paths or names of the parameters.',
  procedure: 'Managing access to Parameter Store parameters using IAM policies',
  see,
  inputs: { policyName: 'ParameterReaders', users: ['reader'], paths: ['/prod'] },
  toTheLetter: { describe: true },
  differs: [differs.pathsAndNames, differs.threeReads, differs.noList],
};

export const administrators: Case<ParameterStoreAccessProps> = {
  title: 'Trusted administrators',
  text: 'They read, write and delete the parameters below a path.',
  procedure: 'Managing access to Parameter Store parameters using IAM policies',
  see,
  inputs: {
    policyName: 'ParameterAdministrators',
    users: ['administrator'],
    access: 'administer',
    paths: ['/dbserver/prod'],
  },
  toTheLetter: { history: true, describe: true },
  differs: [differs.pathsAndNames, differs.noHistory, differs.noList],
};

export const writers: Case<ParameterStoreAccessProps> = {
  title: 'People who write SecureString parameters with your own KMS key',
  text: 'Name the customer managed key, which may be used for these parameters only. `write` does not allow reading.',
  procedure: 'Encrypting and decrypting parameters using AWS KMS keys',
  see,
  inputs: {
    policyName: 'ParameterWriters',
    users: ['writer'],
    access: 'write',
    paths: ['/prod'],
    kmsKeyArns: [`${KEYS}/1234abcd-12ab-34cd-56ef-12345EXAMPLE`],
  },
  differs: [differs.pathsAndNames, differs.writeOnly, differs.keyForParameters],
};

export const nodes: Case<ParameterStoreAccessProps> = {
  title: 'Nodes that read parameters',
  text: 'Name the role of the nodes. With AmazonSSMManagedInstanceCore they can read every parameter that your own KMS key does not encrypt.',
  procedure: 'Allowing managed nodes to access specific parameters',
  see,
  inputs: {
    policyName: 'NodeParameters',
    roles: ['Nodes'],
    paths: ['/prod'],
    kmsKeyArns: [`${KEYS}/4914ec06-e888-4ea5-a371-5b88eEXAMPLE`],
  },
  differs: [differs.pathsAndNames, differs.threeReads, differs.keyForParameters],
};

export const cases = [readers, administrators, writers, nodes];
