import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../../modules/catalog';
import { EXISTING_POLICY } from '../../../modules/iam/existing-policy';

const hasExample = (name: string): boolean =>
  existsSync(join(__dirname, '../../../modules', name, 'examples/take-over'));

test.each(catalog.map((definition) => [definition.name, definition] as const))(
  '%s either has an example that imports or says why there is none',
  (name, { domain }) => {
    const [heading = ''] = EXISTING_POLICY;

    expect(domain.sections.includes(heading)).toBe(!hasExample(name));
  },
);
