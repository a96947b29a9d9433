import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import { notNull } from '../../generator/null-rules';
import { each, matches, oneOf } from '../../generator/rules';
import * as type from '../../generator/types';
import { kmsKeyArn } from '../iam/arns';
import { awsPage } from '../iam/aws-pages';
import { documentName } from '../iam/names';
import { policyInputs } from '../iam/people';
import { comparedTags } from '../iam/tags';

const none: readonly string[] = [];

/** By what people are known in their own sessions. */
export const OWN = { anyIdentity: 'any-identity', iamUser: 'iam-user' } as const;

/** The document of a session that names none. */
export const SHELL = 'SSM-SessionManagerRunShell';

const nodeId = matches({
  pattern: '^(i-([0-9A-Za-z]{8}|[0-9A-Za-z]{17})|mi-[0-9A-Za-z]{17})$',
  refused: '*',
  code: 'NodeId',
  must: 'must be the ID of an EC2 instance or of a hybrid-activated node, without a wildcard',
  remedy: 'write it like "i-02573cafcfEXAMPLE" or "mi-02573cafcfEXAMPLE"',
  see: awsPage.startSession,
});

const regionName = matches({
  pattern: '^[a-z]{2,4}(-[a-z]+)+-[0-9]+$',
  refused: '*',
  code: 'RegionName',
  must: 'must be the name of a region, without a wildcard',
  remedy: 'write it like "us-east-2"',
  see: awsPage.arns,
});

const NODES = { instanceTags: {}, instanceIds: ['i-02573cafcfEXAMPLE'] };

export const inputs = {
  ...policyInputs({ policyName: 'SSMSessionManagerAccess', may: 'start sessions' }),
  administrator: input.withDefault(type.bool, false, {
    description:
      'Whether users, groups and roles may also end the sessions of others and edit the preferences of Session Manager. Administrators for whom no nodes are named start sessions on all nodes.',
  }),
  console: input.withDefault(type.bool, true, {
    description:
      'Whether users, groups and roles may read what the consoles show: nodes, their connection status, sessions and documents. The AWS CLI needs none of it.',
  }),
  instanceTags: input.withDefault(
    type.mapOfString,
    {},
    {
      description:
        'Tags of the nodes on which users, groups and roles may start sessions. A node must have all of them. Set either this or `instance_ids`.',
      rules: [comparedTags],
      samples: [{ value: { Environment: 'test', Team: 'web' } }],
    },
  ),
  instanceIds: input.withDefault(type.set(type.string), none, {
    description:
      'IDs of the nodes on which users, groups and roles may start sessions, like `i-...` or `mi-...`. Set either this or `instance_tags`.',
    rules: [each(notNull(nodeId))],
    samples: [{ value: ['i-02573cafcfEXAMPLE', 'mi-02573cafcfEXAMPLE'], with: NODES }],
  }),
  regions: input.withDefault(type.set(type.string), none, {
    description:
      'Regions of the nodes, and of what administrators end and edit. Empty: all regions. Must be empty if `instance_ids` is not.',
    rules: [each(notNull(regionName))],
    samples: [{ value: ['us-east-2', 'us-west-2'] }],
  }),
  documents: input.withDefault(type.set(type.string), [SHELL] as readonly string[], {
    description:
      "Names of the session documents that they may use, AWS's or your own, like `AWS-StartPortForwardingSession`. Without `SSM-SessionManagerRunShell` they cannot open the default shell. Empty: no session can be started.",
    rules: [each(notNull(documentName))],
    samples: [{ value: ['AWS-StartSSHSession', 'Restart'] }, { value: [SHELL, 'Restart'] }],
  }),
  kmsKeyArns: input.withDefault(type.set(type.string), none, {
    description:
      'ARNs of the KMS keys that encrypt sessions. Leave it empty if no KMS key encrypts sessions.',
    rules: [each(notNull({ ...kmsKeyArn, see: awsPage.sessionEncryption }))],
    samples: [{ value: ['arn:aws:kms:us-east-2:123456789012:key/example'] }],
  }),
  ownSessions: input.withDefault(type.string, OWN.anyIdentity, {
    description:
      'How to recognize the sessions that a person started, and may therefore end and resume. `any-identity`: by the tag of the session, for users, federated users, IAM Identity Center and other roles. `iam-user`: by the user name in the session ID, for IAM users only: a role has no user name.',
    rules: [oneOf(Object.values(OWN), { code: 'OwnSessions', see: awsPage.sessionUserExamples })],
    samples: [{ value: OWN.iamUser }],
  }),
};

/** More documents than fit into a policy. */
export const TOO_LONG = {
  instanceTags: { Team: 'web' },
  documents: Array.from({ length: 60 }, (_, i) => `Document-${i}-`.padEnd(128, 'x')),
  users: ['jane'],
};

export type SessionManagerUserAccessProps = Props<typeof inputs>;
