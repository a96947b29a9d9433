import type { InputSet } from './draw';
import { grant } from './grants';
import type { Grant } from './grants';

const SHELL = 'SSM-SessionManagerRunShell';

const sorted = (value: unknown): string[] => [...new Set((value ?? []) as string[])].sort();

/** What people may do in Session Manager, by what AWS documents for it. */
export function sessionGrants(inputs: InputSet, account: string): Grant[] {
  const partition = (inputs.partition ?? 'aws') as string;
  const arn = (service: string, region: string, resource: string, owner = account): string =>
    `arn:${partition}:${service}:${region}:${owner}:${resource}`;
  const console = inputs.console !== false;
  const administrator = inputs.administrator === true;
  const documents = sorted(inputs.documents ?? [SHELL]);
  const ids = sorted(inputs.instance_ids);
  const tags = Object.entries((inputs.instance_tags ?? {}) as Record<string, string>).sort();
  const named = sorted(inputs.regions);
  const regions = named.length === 0 ? ['*'] : named;

  const check = documents.includes(SHELL)
    ? {}
    : { BoolIfExists: { 'ssm:SessionDocumentAccessCheck': 'true' } };
  const tagged = Object.fromEntries(tags.map(([key, value]) => [`ssm:resourceTag/${key}`, value]));
  const condition = { ...check, ...(tags.length > 0 && { StringLike: tagged }) };
  const all = regions.flatMap((region) => [
    arn('ec2', region, 'instance/*'),
    arn('ssm', region, 'managed-instance/*'),
  ]);
  const nodes = [
    ...ids.map((id) =>
      id.startsWith('mi-')
        ? arn('ssm', '*', `managed-instance/${id}`)
        : arn('ec2', '*', `instance/${id}`),
    ),
    ...(tags.length > 0 || (administrator && ids.length === 0) ? all : []),
  ];
  const allowed = documents.flatMap((name) => [
    arn('ssm', '*', `document/${name}`),
    ...(name.startsWith('AWS-') ? [arn('ssm', '*', `document/${name}`, '')] : []),
  ]);
  return [
    ...on(['ssm:StartSession', ...(console ? ['ssm:GetConnectionStatus'] : [])], nodes, condition),
    ...on(['ssm:StartSession'], allowed, check),
    ...ownSessions(inputs, (resource) => arn('ssm', '*', resource)),
    ...on(['kms:GenerateDataKey'], sorted(inputs.kms_key_arns)),
    ...(console ? [...on(LISTS, ['*']), ...on(['ssm:GetDocument'], allowed)] : []),
    ...(administrator
      ? regions.flatMap((region) => [
          ...on(['ssm:TerminateSession'], [arn('ssm', region, 'session/*')]),
          ...on(
            ['ssm:CreateDocument', 'ssm:UpdateDocument', 'ssm:GetDocument'],
            [arn('ssm', region, `document/${SHELL}`)],
          ),
        ])
      : []),
  ];
}

const LISTS = [
  'ssm:DescribeSessions',
  'ssm:DescribeInstanceInformation',
  'ssm:DescribeInstanceProperties',
  'ssm:ListDocuments',
  'ec2:DescribeInstances',
];

function ownSessions(inputs: InputSet, arn: (resource: string) => string): Grant[] {
  const end = ['ssm:TerminateSession', 'ssm:ResumeSession'];
  const channel = ['ssmmessages:OpenDataChannel'];
  if (inputs.own_sessions === 'iam-user') {
    return on([...end, ...channel], [arn('session/${aws:username}-*')]);
  }
  const own = { StringLike: { 'ssm:resourceTag/aws:ssmmessages:session-id': '${aws:userid}*' } };
  return [...on(end, [arn('session/*')], own), ...on(channel, [arn('session/*')])];
}

const on = (
  actions: readonly string[],
  resources: readonly string[],
  condition: object = {},
): Grant[] =>
  actions.flatMap((action) =>
    resources.map((resource) =>
      grant(action, resource, Object.keys(condition).length > 0 ? condition : undefined),
    ),
  );
