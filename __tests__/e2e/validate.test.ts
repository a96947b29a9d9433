import { cpSync } from 'node:fs';
import { catalog } from '../../modules/catalog';
import { describeEndToEnd } from './harness/suite';
import { MODULES } from './harness/workspace';

describeEndToEnd('terraform validate with the real AWS provider', (bench) => {
  test.each(catalog.map(({ name }) => name))('finds nothing wrong with %s', async (name) => {
    const workspace = bench().workspace({});
    cpSync(`${MODULES}/${name}`, workspace.folder, { recursive: true });
    await workspace.init();
    const verdict = JSON.parse(await workspace.must('validate', '-json')) as {
      valid: boolean;
      diagnostics: unknown[];
    };
    expect(verdict).toMatchObject({ valid: true, diagnostics: [] });
  });
});
