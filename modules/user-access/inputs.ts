import { input } from '../../generator/inputs';
import type { Input, Props } from '../../generator/inputs';
import { notNull } from '../../generator/null-rules';
import { each, oneOf } from '../../generator/rules';
import * as type from '../../generator/types';
import { roleArn } from '../iam/arns';
import { awsPage } from '../iam/aws-pages';
import { accountlessPolicyInputs } from '../iam/people';

const none: readonly string[] = [];

/** What the principals may do besides passing roles. */
export const ACCESS = {
  readOnly: 'read-only',
  awsReadOnly: 'aws-read-only',
  full: 'full',
} as const;

/** Samples that the attachments of AWS's policy show at plan: that of ours has no ARN then. */
const shownByFull = <I extends { readonly samples?: Input<unknown>['samples'] }>(
  declared: I,
  others = {},
): I => ({
  ...declared,
  samples: declared.samples?.map(({ value }) => ({
    value,
    with: { access: ACCESS.full, ...others },
  })),
});

const people = accountlessPolicyInputs({
  policyName: 'SSMUserAccess',
  may: 'use Systems Manager',
});

export const inputs = {
  ...people,
  users: shownByFull(people.users),
  groups: shownByFull(people.groups),
  roles: shownByFull(people.roles),
  partition: shownByFull(people.partition, { users: ['jane'] }),
  access: input.nullableWithDefault(type.string, ACCESS.readOnly, {
    description:
      'What users, groups and roles may do besides passing roles. `read-only`: see everything in Systems Manager except values of parameters. `aws-read-only`: AmazonSSMReadOnlyAccess, which also reads every parameter value. `full`: AmazonSSMFullAccess, which makes them root on every managed node. Null: nothing else.',
    nullIs: 'for none of them',
    rules: [oneOf(Object.values(ACCESS), { code: 'Access', see: awsPage.consoleAccess })],
    samples: [{ value: ACCESS.awsReadOnly }, { value: ACCESS.full }, { value: null }],
  }),
  passRoleArns: input.withDefault(type.set(type.string), none, {
    description:
      'ARNs of roles that they may pass to Systems Manager, such as the role of a maintenance window or of notifications. No value of `access` includes this permission.',
    rules: [each(notNull(roleArn))],
    samples: [{ value: ['arn:aws:iam::123456789012:role/example/Window'] }],
  }),
};

/** More roles than fit into a policy. */
export const TOO_LONG = {
  passRoleArns: Array.from(
    { length: 12 },
    (_, i) => `arn:aws:iam::123456789012:role/${'a'.repeat(500)}/Example${i}`,
  ),
  users: ['jane'],
};

export type UserAccessProps = Props<typeof inputs>;
