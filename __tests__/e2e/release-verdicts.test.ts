import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepOf } from '../../publisher/facts/fact';
import { factsBetween } from '../../publisher/facts/facts-between';
import { VERDICTS } from './cases/release-verdicts';
import type { Verdict } from './cases/release-verdicts';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

const MODULE = 's3-access-policy';
const FILES = [
  'agent-buckets.json',
  'interface.json',
  'main.tf.json',
  'outputs.tf.json',
  'variables.tf.json',
  'versions.tf.json',
];
const committed = Object.fromEntries(
  FILES.map((file) => [file, readFileSync(join(MODULES, MODULE, file), 'utf8')]),
);

/** The files of the module as a case has them. */
function changed(change: Verdict['before']): Record<string, string> {
  const json = Object.fromEntries(
    FILES.map((file) => [file, JSON.parse(committed[file] ?? '') as unknown]),
  );
  change?.(json as never);
  return Object.fromEntries(FILES.map((file) => [file, JSON.stringify(json[file], null, 2)]));
}

const names = Object.keys(VERDICTS);
const before = (name: string) => changed(VERDICTS[name]?.before);
const after = (name: string) =>
  changed((module) => {
    VERDICTS[name]?.after(module);
  });

test.each(Object.entries(VERDICTS))('%s is called what it is', (name, { step }) => {
  const inFolder = (files: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [`modules/${MODULE}/${path}`, text]),
    );
  const facts = factsBetween(inFolder(before(name)), inFolder(after(name)));

  expect(stepOf(facts)).toBe(step);
});

describeEndToEnd('what Terraform says to callers who change nothing', (bench) => {
  let workspace: Workspace;
  const configuration = (calls: readonly string[]) => ({
    module: Object.fromEntries(
      calls.map((name) => [
        name,
        {
          source: `./${name}`,
          policy_name: `verdict-${name}`,
          regions: ['us-east-2'],
          ...VERDICTS[name]?.inputs,
        },
      ]),
    ),
    output: Object.fromEntries(
      calls.map((name) => [
        name,
        { value: `\${module.${name}.${VERDICTS[name]?.reads ?? 'policy_arns'}}` },
      ]),
    ),
  });

  const put = (name: string, files: Record<string, string>): void => {
    for (const [file, text] of Object.entries(files)) {
      workspace.write(join(name, file), text);
    }
  };
  const calls = (says: Verdict['terraform']): string[] =>
    names.filter((name) => VERDICTS[name]?.terraform === says);

  beforeAll(async () => {
    workspace = bench().workspace(configuration(names));
    names.forEach((name) => {
      put(name, before(name));
    });
    await workspace.init();
    await workspace.apply();
    names.forEach((name) => {
      put(name, after(name));
    });
  });

  test('what is no break plans nothing, and a break of addresses destroys', async () => {
    const planned = [...calls('plans nothing'), ...calls('destroys')];
    workspace.configure(configuration(planned));
    const others = names.filter((name) => !planned.includes(name));
    const found = realChanges(await workspace.plan()).filter(
      ({ address }) => !others.some((name) => address.startsWith(`module.${name}.`)),
    );
    const destroying = found.filter(({ change }) => change.actions.includes('delete'));

    expect(new Set(destroying.map(({ address }) => address.split('.')[1]))).toEqual(
      new Set(calls('destroys')),
    );
    expect(
      found.filter(({ address }) => calls('plans nothing').includes(address.split('.')[1] ?? '')),
    ).toEqual([]);
  });

  // one at a time: the first error hides the others
  test.each([...calls('is invalid'), ...calls('refuses')])('%s is refused', async (name) => {
    workspace.configure(configuration([name]));
    const isInvalid = VERDICTS[name]?.terraform === 'is invalid';
    const { code, text } = await workspace.run(
      ...(isInvalid ? ['validate', '-json'] : ['plan', '-no-color', '-input=false']),
    );

    expect(code).not.toBe(0);
    expect(text).toContain(VERDICTS[name]?.words ?? 'nothing is expected');
  });
});
