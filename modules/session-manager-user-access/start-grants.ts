import { awsPage } from '../iam/aws-pages';
import { PEOPLE } from '../iam/people';
import {
  allows,
  always,
  contains,
  doesNotContain,
  is,
  isEmpty,
  isNotEmpty,
  startsWith,
} from '../iam/permissions/model';
import type { StatementPermission, Term } from '../iam/permissions/model';
import { SHELL } from './inputs';

export const inAccount = (service: string, resource: string, region = '*'): string =>
  `arn:\${partition}:${service}:${region}:\${account_id}:${resource}`;

/** In each region that is named, or in all. */
const inRegions = (service: string, resource: string): Term => ({
  text: inAccount(service, resource, '${each.value}'),
  for_each: 'regions',
  otherwise: '*',
});

const named = (service: string, resource: string, prefix: string): Term => ({
  text: inAccount(service, `${resource}/\${each.value}`),
  for_each: 'instance_ids',
  when: [startsWith('each.value', prefix)],
});

/** What several statements are about, by the names of the locals that hold it. */
export const LISTS = {
  named_instances: named('ec2', 'instance', 'i-'),
  named_hybrid_nodes: named('ssm', 'managed-instance', 'mi-'),
  instances: inRegions('ec2', 'instance/*'),
  hybrid_nodes: inRegions('ssm', 'managed-instance/*'),
  own_documents: { text: inAccount('ssm', 'document/${each.value}'), for_each: 'documents' },
  documents_of_aws: {
    text: 'arn:${partition}:ssm:*::document/${each.value}',
    for_each: 'documents',
    when: [startsWith('each.value', 'AWS-')],
  },
  sessions: inRegions('ssm', 'session/*'),
  preferences: inRegions('ssm', `document/${SHELL}`),
  /** What is asked of a node. */
  start_actions: [
    { text: 'ssm:StartSession' },
    { text: 'ssm:GetConnectionStatus', when: [is('console', true)] },
  ],
} as const satisfies Readonly<Record<string, Term | readonly Term[]>>;

/** Whether the default shell may be opened, by the names of the locals that say it. */
export const TESTS = {
  shell: contains('documents', SHELL),
  no_shell: doesNotContain('documents', SHELL),
};

/** What all statements share. */
export const inPolicy = {
  address: 'aws_iam_policy.this',
  granted_to: PEOPLE,
  see: awsPage.sessionUsers,
};

type Details = Omit<Parameters<typeof allows>[0], keyof typeof inPolicy>;

/** Lets sessions be started; without the shell, only if they name a document that is allowed. */
const starts = ({ when = [], conditions = [], ...details }: Details): StatementPermission[] => [
  allows({ ...inPolicy, ...details, conditions, when: [...when, TESTS.shell] }),
  allows({
    ...inPolicy,
    ...details,
    id: `${details.id}_without_shell`,
    when: [...when, TESTS.no_shell],
    conditions: [
      ...conditions,
      {
        operator: 'BoolIfExists',
        key: 'ssm:SessionDocumentAccessCheck',
        values: always('true'),
      },
    ],
    reason: `${details.reason} A session that names no document would open the default shell, which is not among the documents. The condition makes Systems Manager check the document.`,
    see: awsPage.sessionDocuments,
  }),
];

/** Starting sessions: every statement of it asks for the document check where the shell is not allowed. */
export const starting = [
  ...starts({
    id: 'start_on_named_nodes',
    when: [isNotEmpty('instance_ids')],
    actions: LISTS.start_actions,
    resources: [LISTS.named_instances, LISTS.named_hybrid_nodes],
    reason: 'Starts sessions on these nodes.',
  }),
  ...starts({
    id: 'start_on_tagged_nodes',
    when: [isNotEmpty('instance_tags')],
    actions: LISTS.start_actions,
    resources: [LISTS.instances, LISTS.hybrid_nodes],
    conditions: [
      {
        operator: 'StringLike',
        key: 'ssm:resourceTag/${each.key}',
        values: always('${each.value}'),
        for_each: 'instance_tags',
      },
    ],
    reason:
      'Starts sessions on nodes that have all these tags. Nodes are found by tag, so no node is named.',
  }),
  ...starts({
    id: 'start_on_any_node',
    when: [is('administrator', true), isEmpty('instance_ids'), isEmpty('instance_tags')],
    actions: LISTS.start_actions,
    resources: [LISTS.instances, LISTS.hybrid_nodes],
    reason: 'Starts sessions on any node, since an administrator is not limited to named nodes.',
  }),
  ...starts({
    id: 'use_documents',
    actions: always('ssm:StartSession'),
    resources: [LISTS.own_documents, LISTS.documents_of_aws],
    reason:
      'To start a session, a person needs permission on the document as well as on the node. The ARN of an AWS document has no account ID. The tags of a document are not those of a node, so this statement has no tag condition.',
  }),
];
