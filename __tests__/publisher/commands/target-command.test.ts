import { Command } from 'commander';
import { targetCommand } from '../../../publisher/commands/target-command';
import { targets } from '../../../publisher/targets';

test.each(targets.map((kind) => [kind.name, kind] as const))(
  '%s has its options, and tells the variables of its credentials',
  (name, kind) => {
    let help = '';
    const command = targetCommand(new Command('apply'), kind).configureOutput({
      writeOut: (text) => (help += text),
    });
    command.outputHelp();

    expect(command.name()).toBe(name);
    for (const { flags, description, default: preset } of kind.options) {
      const option = command.options.find((one) => one.flags === flags);
      expect(option).toMatchObject({ description, mandatory: preset === undefined });
      expect(option?.defaultValue).toBe(preset);
    }
    expect(help.replaceAll(/\s+/g, ' ')).toContain(kind.summary);
    Object.entries(kind.credentials).forEach(([variable, holds]) => {
      expect(help).toContain(`\n  ${variable}: ${holds}`);
    });
  },
);
