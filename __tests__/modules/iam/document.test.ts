import { Construct } from 'constructs';
import { expr } from '../../../generator/expression';
import { document, statement } from '../../../modules/iam/document';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:x' } as const;

test('a document is a local in which a reader sees the JSON of IAM', () => {
  const addresses: unknown[] = [];
  const { locals } = emittedStack(newFolder(), (stack) => {
    const module = new Construct(stack, 'Default');
    addresses.push(document(module, 'several', [ALLOW]));
    addresses.push(document(module, 'one', ALLOW));
    addresses.push(document(module, 'planned', expr`local.statements`));
    addresses.push(statement(module, 'bare', ALLOW));
  });

  expect(addresses).toEqual([
    expr`local.several`,
    expr`local.one`,
    expr`local.planned`,
    expr`local.bare`,
  ]);
  expect(locals).toEqual({
    several: { Version: '2012-10-17', Statement: [ALLOW] },
    one: { Version: '2012-10-17', Statement: ALLOW },
    planned: { Version: '2012-10-17', Statement: '${local.statements}' },
    bare: ALLOW,
  });
});
