import { Token, TerraformStack, ref } from 'cdktf';
import type { Construct } from 'constructs';

/**
 * What a construct gives to the rest of a CDKTF app: tokens that stand for an
 * expression of Terraform and may be used wherever CDKTF takes a value.
 */
export const attributeOf = {
  text: (scope: Construct, expression: string): string => Token.asString(token(scope, expression)),
  list: (scope: Construct, expression: string): string[] => Token.asList(token(scope, expression)),
  map: (scope: Construct, expression: string): Record<string, string> =>
    Token.asStringMap(token(scope, expression)),
};

function token(scope: Construct, expression: string): unknown {
  return ref(expression, TerraformStack.of(scope));
}
