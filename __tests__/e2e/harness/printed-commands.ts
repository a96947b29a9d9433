/** A call of the AWS API, as a command line of any shell says it. */
export interface Call {
  /** As the AWS CLI names it. */
  readonly operation: string;
  /** Options as the AWS CLI names them, without the dashes. */
  readonly options: Readonly<Record<string, string>>;
}

/** The cmdlets of AWS Tools for PowerShell on the pages, as operations. */
const CMDLETS: Readonly<Record<string, string>> = {
  'New-IAMRole': 'create-role',
  'Register-IAMRolePolicy': 'attach-role-policy',
};

/** Reads the commands of a `.sh`, `.cmd` or `.ps1` file. */
export function callsIn(file: string, text: string): Call[] {
  const shell = file.split('.').pop() ?? '';
  const continued = { sh: /\\\n/g, cmd: /\^\n/g, ps1: /`\n/g }[shell];
  if (continued === undefined) {
    throw new Error(`no shell is known for ${file}`);
  }
  const lines = text.replace(continued, ' ').split('\n');
  const commands = lines.map((line) => line.trim()).filter((line) => !/^(#|$)/.test(line));
  return commands.map(shell === 'ps1' ? cmdletCall : cliCall);
}

function cliCall(line: string): Call {
  const [aws, service, operation, ...rest] = line.split(/\s+/);
  if (aws !== 'aws' || service !== 'iam' || operation === undefined) {
    throw new Error(`no command of AWS: ${line}`);
  }
  return { operation, options: pairs(rest, /^--([a-z-]+)$/) };
}

function cmdletCall(line: string): Call {
  // what is read from a file is what the AWS CLI calls file://
  const [cmdlet = '', ...rest] = line
    .replace(/\(Get-Content -raw (\S+)\)/, 'file://$1')
    .split(/\s+/);
  const operation = CMDLETS[cmdlet];
  if (operation === undefined) {
    throw new Error(`no cmdlet that is known: ${line}`);
  }
  const options = Object.entries(pairs(rest, /^-([A-Za-z]+)$/));
  return {
    operation,
    options: Object.fromEntries(options.map(([name, value]) => [kebab(name), value])),
  };
}

function pairs(words: readonly string[], option: RegExp): Record<string, string> {
  const options: Record<string, string> = {};
  for (let at = 0; at < words.length; at += 2) {
    const name = option.exec(words[at] ?? '')?.[1];
    const value = words[at + 1];
    if (name === undefined || value === undefined) {
      throw new Error(`no option with a value: ${words.slice(at).join(' ')}`);
    }
    options[name] = value;
  }
  return options;
}

function kebab(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
