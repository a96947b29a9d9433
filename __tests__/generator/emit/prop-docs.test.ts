import { withPropDocs } from '../../../generator/emit/prop-docs';
import { input } from '../../../generator/inputs';
import { attributeRule, each, matches } from '../../../generator/rules';
import * as type from '../../../generator/types';

const lower = matches({
  pattern: '^[a-z]+$',
  refused: 'A',
  code: 'Lower',
  must: 'must be lower case',
  remedy: 'write it small',
  see: 'https://example.com/lower',
});
const part = type.object({ partName: type.attribute.required(type.string, 'Name.') });
const inputs = {
  roleName: input.required(type.string, { description: 'Name of the role.', rules: [lower] }),
  s3Parts: input.withDefault(type.list(part), [], {
    description: 'Parts of `role_name`.',
    rules: [each(attributeRule('partName', lower))],
  }),
  note: input.nullable(type.string, { description: 'Null: none.' }),
};

const DECLARATIONS = `import type { Props } from 'x';
export declare const inputs: {
    roleName: Input<string, true, false>;
    readonly s3Parts: Input<readonly {
        partName: Attribute<string, false>;
    }[], false, false>;
    note: Input<string, false, true>;
    unknown: Input<string, false, true>;
};
`;

const DOCUMENTED = `import type { Props } from 'x';
export declare const inputs: {
    /**
     * Name of the role.
     *
     * @throws UsageError \`Lower\`: must be lower case
     * @see https://example.com/lower
     */
    roleName: Input<string, true, false>;
    /**
     * Parts of \`roleName\`.
     *
     * @default []
     *
     * @throws UsageError \`Lower\`: each partName must be lower case
     * @see https://example.com/lower
     */
    readonly s3Parts: Input<readonly {
        partName: Attribute<string, false>;
    }[], false, false>;
    /**
     * Null: none.
     *
     * @default null
     */
    note: Input<string, false, true>;
    unknown: Input<string, false, true>;
};
`;

test('each input is documented above its declaration, in the words of TypeScript', () => {
  expect(withPropDocs(DECLARATIONS, inputs)).toBe(DOCUMENTED);
});

test('docs of an earlier build are replaced', () => {
  expect(withPropDocs(DOCUMENTED, inputs)).toBe(DOCUMENTED);
});

test('a declaration without known inputs stays as it is', () => {
  expect(withPropDocs(DECLARATIONS, {})).toBe(DECLARATIONS);
});

test('docs of what lies deeper stay', () => {
  const deeper = `export declare const inputs: {
    readonly s3Parts: Input<readonly {
        /** Somebody's. */
        partName: Attribute<string, false>;
    }[], false, false>;
};
`;

  expect(withPropDocs(deeper, inputs)).toContain("        /** Somebody's. */\n");
});
