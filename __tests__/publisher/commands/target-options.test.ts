import { Command } from 'commander';
import { optionsOf, targetOptions, targetsHelp } from '../../../publisher/commands/target-options';
import { targetKind, targets } from '../../../publisher/targets';
import { usageError } from '../../fixtures/usage-error';

const artifactory = targetKind('artifactory');
const ALL = { url: 'https://example.com', repository: 'modules', namespace: 'acme' };

test('each option of each target is an option of the command, once, with whom it is for', () => {
  const { options } = targetOptions(new Command());
  const long = options.map((option) => option.long);

  expect(new Set(long).size).toBe(long.length);
  for (const { name, options: own } of targets) {
    for (const { flags, description } of own) {
      const option = options.find((one) => one.flags === flags);
      expect(option?.description).toContain(`${name}: ${description}`);
    }
  }
});

test('the help names each target and the variables of its credentials', () => {
  const help = targetsHelp();

  for (const { name, summary, credentials } of targets) {
    expect(help).toMatch(new RegExp(`^ {2}${name} +${summary}$`, 'm'));
    Object.keys(credentials).forEach((variable) => {
      expect(help).toContain(`${variable}: `);
    });
  }
});

test('a target gets its own options, with their defaults', () => {
  const given = { ...ALL, to: 'artifactory', project: '.', json: true };

  expect(optionsOf(artifactory, given)).toEqual(ALL);
  expect(optionsOf(targetKind('hcp'), { organization: 'acme' })).toEqual({
    organization: 'acme',
    url: 'https://app.terraform.io',
  });
});

test('an option that it cannot do without is asked for', () => {
  const { namespace: _, ...rest } = ALL;

  expect(() => optionsOf(artifactory, rest)).toThrow(
    usageError(
      'MissingOption',
      '--to artifactory must have --namespace <name>, got none; give the first part of the address of the module [MissingOption]',
    ),
  );
});

test('an option of another target is refused, and not passed over', () => {
  expect(() => optionsOf(artifactory, { ...ALL, folder: 'public' })).toThrow(
    usageError(
      'ForeignOption',
      '--to artifactory takes --url <address>, --repository <address>, --namespace <name>, got --folder <dir>; leave it out [ForeignOption]',
    ),
  );
});
