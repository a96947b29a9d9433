import { TerraformOutput, Token } from 'cdktf';
import { attributeOf } from '../../generator/attributes';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

test('an attribute comes out as its expression, alone or in a text', () => {
  const { output } = emittedStack(newFolder(), (stack) => {
    const text = attributeOf.text(stack, 'aws_iam_role.this.name');
    new TerraformOutput(stack, 'text', { value: text });
    new TerraformOutput(stack, 'inside', { value: `role/${text}` });
    new TerraformOutput(stack, 'list', { value: attributeOf.list(stack, 'local.list') });
    new TerraformOutput(stack, 'map', { value: attributeOf.map(stack, 'local.map') });
  });

  expect(output).toEqual({
    text: { value: '${aws_iam_role.this.name}' },
    inside: { value: 'role/${aws_iam_role.this.name}' },
    list: { value: '${local.list}' },
    map: { value: '${local.map}' },
  });
});

test('an attribute is a token of the type that CDKTF takes', () => {
  emittedStack(newFolder(), (stack) => {
    expect(typeof attributeOf.text(stack, 'local.x')).toBe('string');
    expect(Array.isArray(attributeOf.list(stack, 'local.x'))).toBe(true);
    expect(Token.isUnresolved(attributeOf.map(stack, 'local.x'))).toBe(true);
  });
});
