import { dirname, join } from 'node:path';
import {
  COMMERCIAL,
  PLACEHOLDERS,
  PLACES,
  carry,
  fill,
  printed,
} from '../e2e/cases/aws-guide/guide';
import { PAGES } from '../e2e/cases/aws-guide/pages';
import { callsIn } from '../e2e/harness/printed-commands';
import type { Call } from '../e2e/harness/printed-commands';

const files = printed('.');
const read = (name: string): string => {
  const text = files[name];
  if (text === undefined) {
    throw new Error(`no file ${name}`);
  }
  return text;
};

/** Calls with the documents they name in the place of their files' names. */
function resolved(file: string): Call[] {
  return callsIn(file, read(file)).map(({ operation, options }) => ({
    operation,
    options: Object.fromEntries(
      Object.entries(options).map(([name, value]) => [
        name,
        value.startsWith('file://')
          ? read(join(dirname(file), value.slice('file://'.length)))
          : value,
      ]),
    ),
  }));
}

const variants = PAGES.flatMap(({ folder, procedures }) =>
  procedures.flatMap((procedure) =>
    (procedure.variants ?? []).map((variant) => [join(folder, variant), join(folder, 'linux.sh')]),
  ),
);

describe('commands for another shell', () => {
  test('are those of both pages that print them', () => {
    expect(variants.map(([variant]) => variant)).toEqual([
      'hybrid-service-role-older/powershell/powershell.ps1',
      'hybrid-service-role/windows.cmd',
      'hybrid-service-role/powershell/powershell.ps1',
    ]);
  });

  test.each(variants)('say what the commands for Linux say: %s', (variant = '', linux = '') => {
    // CloudWatch's command is printed once, for Linux and Windows together
    const once = variant.endsWith('.cmd') ? 1 : 0;
    const calls = resolved(linux);
    expect(resolved(variant)).toEqual(calls.slice(0, calls.length - once));
  });

  test.each([
    ['a.cmd', 'aws iam attach-role-policy ^\n  --role-name A ^\n  --policy-arn B\n'],
    ['a.sh', '# why\naws iam attach-role-policy \\\n  --role-name A \\\n  --policy-arn B\n'],
    ['a.ps1', 'Register-IAMRolePolicy `\n  -RoleName A `\n  -PolicyArn B\n'],
  ])('are read: %s', (file, text) => {
    const options = { 'role-name': 'A', 'policy-arn': 'B' };
    expect(callsIn(file, text)).toEqual([{ operation: 'attach-role-policy', options }]);
  });

  test.each([
    ['a.cmd', 'aws iam create-role --role-name'],
    ['a.sh', 'aws s3 ls'],
    ['a.sh', 'rm --role-name A'],
    ['a.ps1', 'Remove-IAMRole -RoleName A'],
    ['a.txt', ''],
  ])('are refused if they are something else: %s %s', (file, text) => {
    expect(() => callsIn(file, text)).toThrow();
  });
});

describe('what the pages print', () => {
  const names = Object.keys(files);

  test('is all used', () => {
    const run = PAGES.flatMap(({ folder, given, procedures }) =>
      [
        ...(given === undefined ? [] : [given]),
        ...procedures.flatMap(({ scripts, variants: others = [] }) => [...scripts, ...others]),
      ].map((name) => join(folder, name)),
    );
    const documents = run.flatMap((file) =>
      Object.values(callsIn(file, read(file)).map(({ options }) => options))
        .flatMap((options) => Object.values(options))
        .filter((value) => value.startsWith('file://'))
        .map((value) => join(dirname(file), value.slice('file://'.length))),
    );
    expect([...new Set([...run, ...documents])].sort()).toEqual(names);
  });

  test('is run as it is, but for the placeholders', () => {
    const changed = names.filter((name) => carry(read(name), COMMERCIAL) !== read(name));
    expect(changed).toEqual([]);
  });

  test.each(Object.entries(PLACEHOLDERS))(
    'has the placeholder %s, which is filled in',
    (name, by) => {
      const whole = new RegExp(`(?<!\\w)${name}(?!\\w)`);
      const having = names.filter((file) => whole.test(read(file)));
      expect(having).not.toEqual([]);
      having.forEach((file) => {
        expect(fill(read(file))).not.toMatch(whole);
        expect(fill(read(file))).toContain(by);
      });
    },
  );

  test.each(PLACES.filter((place) => place !== COMMERCIAL))('goes to $partition whole', (place) => {
    const carried = names.map((name) => carry(fill(read(name)), place)).join('\n');
    expect(carried).not.toMatch(/arn:aws:|us-east-2/);
    expect(carried).toContain(`arn:${place.partition}:s3:::aws-ssm-${place.region}/*`);
    expect(carried).toContain(`{ "Service": "${place.ec2}" }`);
  });

  test.each(names.filter((name) => name.endsWith('.json')))('is JSON: %s', (name) => {
    expect(JSON.parse(read(name))).toMatchObject({ Version: '2012-10-17' });
  });
});
