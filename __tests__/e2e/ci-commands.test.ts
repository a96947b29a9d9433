import { runCommand } from '../fixtures/command';
import { shellScripts } from '../fixtures/ci-files';

jest.setTimeout(60_000);

/** A command of ours within a script: its words up to what the shell does with it. */
interface Found {
  readonly place: string;
  readonly words: readonly string[];
}

const found: Found[] = shellScripts().flatMap(([place, script]) =>
  [...script.matchAll(/node dist\/publisher\/cli\.js (.*)/g)].map(([, rest = '']) => ({
    place,
    words: [...(rest.split(/ [|>] ?/)[0] ?? '').matchAll(/"[^"]*"|\S+/g)].map(([word]) => word),
  })),
);

/** The command, its subcommand, and the options with what follows them. */
function partsOf(words: readonly string[]): {
  command: string[];
  options: [string, string | undefined][];
} {
  const first = words.findIndex((word) => word.startsWith('-'));
  const command = first < 0 ? [...words] : words.slice(0, first);
  const rest = first < 0 ? [] : words.slice(first);
  const options = rest.flatMap((word, at): [string, string | undefined][] => {
    const next = rest[at + 1];
    return word.startsWith('-') ? [[word, next?.startsWith('-') === true ? undefined : next]] : [];
  });
  return { command, options };
}

test('there are commands to look at', () => {
  expect(new Set(found.map(({ words }) => words.slice(0, 2).join(' ')))).toEqual(
    new Set(['publish apply', 'publish plan', 'release assets', 'release plan']),
  );
});

test.each(found.map(({ place, words }) => [place, words.join(' '), words] as const))(
  '%s: %s is a command with these options',
  (_place, _line, words) => {
    const { command, options } = partsOf(words);
    const { code, out } = runCommand('/', [...command, '--help']);

    expect(code).toBe(0);
    for (const [option, value] of options) {
      const [line] = new RegExp(`^ {2}${option}( <[^>]+>)?(?= |$)`, 'm').exec(out) ?? [];

      expect({ option, isThere: line !== undefined }).toEqual({ option, isThere: true });
      expect({ option, takes: line?.includes('<') }).toEqual({
        option,
        takes: value !== undefined,
      });
    }
  },
);

test.each(
  found
    .filter(({ words }) => words[0] === 'publish')
    .map(({ words }) => [words.join(' '), words] as const),
)('%s names a target and what it asks for', (_line, words) => {
  const { command, options } = partsOf(words);
  // a version that is nowhere: what the options lack is told before
  const args = options.flatMap(([option, value = '']) =>
    option === '--plan' ? [] : [option, placeholder(option, value)],
  );
  const env = { GITLAB_TOKEN: 'x', CI_JOB_TOKEN: 'x' };
  const { err } = runCommand('/', [...command, ...args], env);

  expect(err).not.toMatch(/^error: /);
  expect(err).toMatch(/\[\w+\]$/m);
});

/** What stands in place of what the build service fills in. */
function placeholder(option: string, value: string): string {
  if (!value.includes('$')) {
    return value;
  }
  const known: Readonly<Record<string, string>> = {
    '--url': 'http://127.0.0.1:9',
    '--gitlab-project': '7',
    '--release': '1.0.0',
    '--repository': value.includes('image') ? '127.0.0.1:9/acme/x' : '/nowhere/x.git',
  };
  return known[option] ?? value;
}
