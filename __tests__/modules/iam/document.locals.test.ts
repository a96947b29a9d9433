import { Construct } from 'constructs';
import { Expr } from '../../../generator/expression';
import { document, inLocals } from '../../../modules/iam/document';
import { allows, always, is } from '../../../modules/iam/permissions/model';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const at = (path: string) => new Expr(`var.${path}`);
const reads = allows({
  id: 'read',
  address: 'aws_iam_policy.this',
  actions: always('s3:GetObject'),
  resources: always('arn:${partition}:s3:::x/*'),
  reason: 'Why.',
  see: 'https://example.com',
});

test('terms that statements share stand in locals, and each statement refers to them', () => {
  const [below, one] = [
    { text: 'x/${each.value}/*', for_each: 'paths' },
    { text: 'x/${each.value}', for_each: 'names' },
  ];
  const condition = { operator: 'StringLike', key: 'k', values: [one] };
  const { locals } = emittedStack(newFolder(), (stack) => {
    const scope = new Construct(stack, 'Default');
    const shared = inLocals(scope, at, { below_arns: below, name_arns: one });
    const all = { ...reads, resources: [below, one], conditions: [condition] };
    document(scope, 'own_policy', [all, { ...reads, resources: [below] }], shared);
  });

  expect(locals).toMatchObject({
    below_arns: '${[for value in var.paths : "x/${value}/*"]}',
    name_arns: '${[for value in var.names : "x/${value}"]}',
    own_statements: [
      {
        Resource: '${concat(local.below_arns, local.name_arns)}',
        Condition: { StringLike: { k: '${local.name_arns}' } },
      },
      { Resource: '${local.below_arns}' },
    ],
  });
});

test('so do the actions of several statements', () => {
  const actions = [
    { text: 's3:GetObject' },
    { text: 's3:PutObject', when: [is('access', 'write')] },
  ];
  const { locals } = emittedStack(newFolder(), (stack) => {
    const scope = new Construct(stack, 'Default');
    const shared = inLocals(scope, at, { own_actions: actions });
    document(scope, 'own_policy', [{ ...reads, actions }], shared);
  });

  expect(locals).toMatchObject({
    own_actions: '${concat(["s3:GetObject"], var.access == "write" ? ["s3:PutObject"] : [])}',
    own_policy: { Statement: [{ Action: '${local.own_actions}' }] },
  });
});

test('so do tests', () => {
  const on = is('x', 'long');
  const { locals } = emittedStack(newFolder(), (stack) => {
    const scope = new Construct(stack, 'Default');
    document(scope, 'own_policy', [{ ...reads, when: [on] }], inLocals(scope, at, {}, { on }));
  });

  expect(locals).toMatchObject({
    on: '${var.x == "long"}',
    own_statements: [{ Resource: '${local.on ? "arn:${var.partition}:s3:::x/*" : ""}' }],
  });
});
