import type { TerraformJson } from '../../generator/terraform-json';
import { catalog } from '../../modules/catalog';
import { emittedModule } from '../fixtures/emitted-module';

const ANY_REGION = 'a role is global, and the account in the ARN is fixed';
const OBJECTS = 'every object of the one bucket that is named';

const USERS = 'automation-user-access';
const PARAMETERS = 'parameter-store-access';
const SSM = 'arn:${local.partition}:ssm:*';
const PEOPLE_OF_ANY_REGION = 'people run automations in every region, as AWS prints it';
const ANY_RUNBOOK = 'only where no runbook is named';

const AN_EXECUTION = 'an execution has no id before it begins';
const WINDOWS = 'maintenance-window-role';
const OF_ACCOUNT = `${SSM}:\${local.account_id}`;
const WINDOW_REGION = 'windows run in every region, and the account in the ARN is fixed, or AWS';
const WINDOW_DOCUMENT = 'what runs is decided by those who register tasks';
const WINDOW_TARGET = 'targets are found by tag or group when the window opens';
/** What tasks of windows reach, by its ARN up to the wildcard. */
const BY_WINDOWS: readonly (readonly [upTo: string, why: string])[] = [
  ...Array.from({ length: 9 }, () => [SSM, WINDOW_REGION] as const),
  ['arn:${local.partition}:ec2:*', WINDOW_REGION],
  ['arn:${local.partition}:resource-groups:*', WINDOW_REGION],
  [`${OF_ACCOUNT}:document/*`, `${WINDOW_DOCUMENT}: commands`],
  [`${OF_ACCOUNT}:document/*`, `${WINDOW_DOCUMENT}: runbooks`],
  [`${SSM}::document/*`, `${WINDOW_DOCUMENT}: commands of AWS`],
  [`${SSM}::document/*`, `${WINDOW_DOCUMENT}: runbooks of AWS`],
  ['arn:${local.partition}:ec2:*:${local.account_id}:instance/*', WINDOW_TARGET],
  [`${OF_ACCOUNT}:managed-instance/*`, WINDOW_TARGET],
  ['arn:${local.partition}:resource-groups:*:${local.account_id}:group/*', WINDOW_TARGET],
  [`${OF_ACCOUNT}:*`, 'tags of what a target may be'],
  ['arn:${local.partition}:s3:::*', 'a command may name any bucket for its output'],
  [`${OF_ACCOUNT}:parameter/*`, 'values of tasks may name any parameter'],
  [`${SSM}::parameter/aws/*`, 'values of tasks may name public parameters of AWS'],
  [`${OF_ACCOUNT}:automation-execution/*`, AN_EXECUTION],
  ['*', 'following commands has no resource in IAM'],
  ['*', 'listing nodes, groups and tagged resources has no resource in IAM'],
];

const ID_ANYWHERE = 'an ID is in one region, and a name in the region of the session';
const NO_REGION = 'only where no region is named';
const BY_TAG = 'nodes that have the tags, or all of them for administrators';
const ANY_SESSION = 'a session has no ID before it begins';
const OWN_SESSION = 'an ID follows the name or ID of the person';

/** Those of Session Manager for people. */
const SESSIONS: readonly (readonly [local: string, upTo: string, why: string])[] = [
  ['access_statements', '"*', 'IAM has no resource for what the consoles list'],
  ...['own', 'own by name', 'channel', 'channel by name'].map(
    () =>
      [
        'access_statements',
        `"${SSM}`,
        'the account is fixed, and sessions are in any region',
      ] as const,
  ),
  ...['end', 'channel'].flatMap(
    () =>
      [
        ['access_statements', `"${SSM}:\${local.account_id}:session/*`, ANY_SESSION],
        [
          'access_statements',
          `"${SSM}:\${local.account_id}:session/$\${aws:username}-*`,
          OWN_SESSION,
        ],
      ] as const,
  ),
  ['access_statements', '$${aws:userid}*', OWN_SESSION],
  ...['documents_of_aws', 'named_hybrid_nodes', 'own_documents'].map(
    (local) => [local, `"${SSM}`, ID_ANYWHERE] as const,
  ),
  ['named_instances', '"arn:${local.partition}:ec2:*', ID_ANYWHERE],
  ...['hybrid_nodes', 'instances', 'preferences', 'sessions'].map(
    (local) => [local, '["*', NO_REGION] as const,
  ),
  [
    'hybrid_nodes',
    '"arn:${local.partition}:ssm:${value}:${local.account_id}:managed-instance/*',
    BY_TAG,
  ],
  ['instances', '"arn:${local.partition}:ec2:${value}:${local.account_id}:instance/*', BY_TAG],
  ['sessions', '"arn:${local.partition}:ssm:${value}:${local.account_id}:session/*', ANY_SESSION],
];

/** Every wildcard that we ship: where it stands, the text up to it, and why. */
const ALLOWED: readonly (readonly [module: string, local: string, upTo: string, why: string])[] = [
  ...[
    'automation-administration-role',
    'automation-execution-role',
    'automation-service-role',
  ].flatMap(
    (module) =>
      [
        [module, 'trust_statements', 'arn:${local.partition}:ssm:*', ANY_REGION],
        [
          module,
          'trust_statements',
          'arn:${local.partition}:ssm:*:${local.account_id}:automation-execution/*',
          'an execution has no id before it begins',
        ],
      ] as const,
  ),
  [
    'automation-administration-role',
    'own_statements',
    'arn:${local.partition}:iam::*',
    'the accounts are chosen when an automation starts; each has to trust the role too',
  ],
  [
    'automation-administration-role',
    'own_statements',
    '"*',
    'the organizational units are chosen when an automation starts',
  ],
  [
    'automation-execution-role',
    'own_policy',
    'arn:${local.partition}:resource-groups:*',
    ANY_REGION,
  ],
  [
    'automation-execution-role',
    'own_policy',
    'arn:${local.partition}:resource-groups:*:${local.account_id}:group/*',
    'the groups are chosen when an automation starts',
  ],
  [
    'automation-execution-role',
    'own_policy',
    '*',
    'tag:GetResources and ec2:DescribeInstances have no resource in IAM',
  ],
  ['automation-service-role', 'own_statements', `"${SSM}`, ANY_REGION],
  [
    'automation-service-role',
    'own_statements',
    `"${SSM}:\${local.account_id}:automation-execution/*`,
    'an execution has no id before it begins',
  ],
  [
    'automation-service-role',
    'trust_statements',
    'arn:${local.partition}:ssm:*:${local.account_id}:automation-execution/*',
    AN_EXECUTION,
  ],
  ...['named', 'named of AWS', 'any', 'any of AWS', 'executions'].map(
    () => [USERS, 'access_statements', `"${SSM}`, PEOPLE_OF_ANY_REGION] as const,
  ),
  [USERS, 'access_statements', `"${SSM}:\${local.account_id}:document/*`, ANY_RUNBOOK],
  [USERS, 'access_statements', `"${SSM}::document/*`, ANY_RUNBOOK],
  [USERS, 'access_statements', `"${SSM}:\${local.account_id}:automation-execution/*`, AN_EXECUTION],
  [USERS, 'access_statements', '"*', 'ssm:DescribeAutomationExecutions has no resource in IAM'],
  ...['default-host-management', WINDOWS, 'notification-role'].flatMap(
    (module) =>
      [
        [module, 'trust_statements', SSM, ANY_REGION],
        [module, 'trust_statements', `${OF_ACCOUNT}:*`, 'AWS does not say what the request names'],
      ] as const,
  ),
  ...BY_WINDOWS.map(([upTo, why]) => [WINDOWS, 'own_statements', `"${upTo}`, why] as const),
  [WINDOWS, 'own_statements', '":execution:")}:*', AN_EXECUTION],
  ...SESSIONS.map(
    ([local, upTo, why]) => ['session-manager-user-access', local, upTo, why] as const,
  ),
  ['hybrid-service-role', 'trust_statements', 'arn:${local.partition}:ssm:*', ANY_REGION],
  [
    'hybrid-service-role',
    'trust_statements',
    'arn:${local.partition}:ssm:*:${local.account_id}:*',
    'AWS prints it so: an activation and its nodes have no id before they are made',
  ],
  ...(
    [
      ['hybrid-service-role', 'ssm:*:*:managed-instance/*'],
      ['instance-profile', 'ec2:*:*:instance/*'],
    ] as const
  ).flatMap(([module, nodes]) =>
    [
      ['"*', 'ssmmessages has no resource in IAM'],
      ['"*', 'logs:DescribeLogGroups has no resource in IAM'],
      ['"${value}:*', 'the streams of the one log group, by its other ARN'],
      ['"${value}:log-stream:*', 'the streams of the one log group'],
      ...[...nodes.matchAll(/\*/g)].map(({ index }) => [
        `"arn:\${local.partition}:${nodes.slice(0, index + 1)}`,
        'a role does not know which nodes have it',
      ]),
    ].map(([upTo = '', why = '']) => [module, 'session_statements', upTo, why] as const),
  ),
  ...['below_path_arns', 'name_arns', 'path_arns'].map(
    (list) =>
      [PARAMETERS, list, `"${SSM}`, 'a policy is global, and the account is fixed'] as const,
  ),
  [PARAMETERS, 'below_path_arns', '"")}*', 'every parameter below a path that is named'],
  [PARAMETERS, 'access_statements', '"*', 'ssm:DescribeParameters has no resource in IAM'],
  ...['ssm:Describe*', 'ssm:List*'].map(
    (actions) =>
      [
        'user-access',
        'access_statements',
        actions,
        'AWS prints them so: they return no values',
      ] as const,
  ),
  ...['Systems Manager', 'EC2'].map(
    (what) =>
      ['user-access', 'access_statements', '"*', `whoever looks sees all of ${what}`] as const,
  ),
  ...['hybrid-service-role', 'instance-profile', 's3-access-policy'].flatMap(
    (module) =>
      [
        [module, 'agent_objects', 'formatlist("${local.s3_arn}%s/*', OBJECTS],
        [module, 'folder_conditions', '"${bucket.folder}*', 'what is in the one folder'],
        ...['kms:Decrypt to read', 'the KMS actions to write'].map(
          () =>
            [
              module,
              'bucket_statements',
              's3.*',
              'S3 in any region, for the key is fixed',
            ] as const,
        ),
        ...['read', 'write', 'read-write', 'cross_account'].map(
          () =>
            [
              module,
              'bucket_statements',
              '"${bucket.arn}/${bucket.folder}*',
              `${OBJECTS}, or of its folder`,
            ] as const,
        ),
      ] as const,
  ),
];

/** Arguments of resources that hold a document. */
const DOCUMENTS = ['policy', 'assume_role_policy'];

/** Each wildcard in a text, with the text before it; the stars of `[*]` and of products are Terraform's. */
function starsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flat().flatMap(starsIn);
  }
  if (typeof value !== 'string') {
    return [];
  }
  const text = value.replaceAll('[*]', '[]').replace(/(?<=[\d)]) \* (?=[(a-z])/g, ' × ');
  return [...text.matchAll(/\*/g)].map(({ index }) => {
    const upTo = text.slice(0, index + 1);
    return upTo.slice(upTo.lastIndexOf(' ') + 1);
  });
}

/** Locals, and the documents of resources, by their names. */
function places({ locals = {}, resource = {} }: TerraformJson): [string, unknown][] {
  const documents = Object.values(resource)
    .flatMap((byName) => Object.entries(byName))
    .flatMap(([name, block]) =>
      DOCUMENTS.map((argument): [string, unknown] => [`${name}.${argument}`, block[argument]]),
    );
  return [...Object.entries(locals).filter(([name]) => name !== '//'), ...documents];
}

describe.each(catalog.map((definition) => [definition.name, definition] as const))(
  '%s',
  (module, definition) => {
    const { main } = emittedModule(definition);

    test('grants no wildcard that has no reason here, and none of these without need', () => {
      const found = places(main).flatMap(([place, value]) =>
        starsIn(value).map((upTo) => `${place}: ${upTo}`),
      );
      const allowed = ALLOWED.filter(([name]) => name === module);

      expect(found.sort()).toEqual(allowed.map(([, place, upTo]) => `${place}: ${upTo}`).sort());
    });

    test('names every service and action in full', () => {
      expect(JSON.stringify(main)).not.toMatch(/"[a-z0-9-]+:\*\\?"/);
      expect(JSON.stringify(main)).not.toMatch(/\b(NotAction|NotResource|NotPrincipal)\b/);
    });
  },
);

test('every wildcard has its reason', () => {
  expect(ALLOWED.filter(([, , , why]) => why.length < 20)).toEqual([]);
});

test.each([
  [{ Action: '*' }, ['*']],
  [{ Resource: ['arn:aws:s3:::b/*', 'x'] }, ['arn:aws:s3:::b/*']],
  ['${[for x in y : "s3:Get*"]}', ['"s3:Get*']],
  ['${one(a.b[*].arn)}', []],
  ['${length(x) * (1 + 2)}', []],
  ['${1 + 2 * size}', []],
  ['${2 * size} s3:Get* x', ['s3:Get*']],
  ['arn:aws:s3:::b * (x', ['*']],
  [{ Action: ['s3:Get*', ' * '] }, ['s3:Get*', '*']],
])('the search for wildcards sees those of %j', (value, stars) => {
  expect(starsIn(value)).toEqual(stars);
});
