import { changelogOf } from '../../../generator/emit/changelog';

const CHANGELOG = `# Changelog

See [the format](https://example.com/format).

## [Unreleased]

### Added

- \`shade\` is an input of lamps, described
  in [the guide](docs/guide.md).
- \`lamp\`: shines.

### Removed

- \`chair\`: the fifth leg,
  which nobody missed.

### Permissions

What each one may do.

- \`chair\`: stand.
- \`lamp\`: shine.

## [0.1.0]

### Fixed

- \`chair\`: no longer wobbles.
`;
const MODULES = ['chair', 'lamp', 'table'];

test('a module has the entries of all and its own', () => {
  expect(changelogOf(CHANGELOG, 'lamp', MODULES))
    .toBe(`<!-- Written by ssm-iam from TypeScript; do not edit. Change the module and run: npm run generate -->

# Changelog

See [the format](https://example.com/format).

## [Unreleased]

### Added

- \`shade\` is an input of lamps, described
  in the guide.
- \`lamp\`: shines.

### Permissions

What each one may do.

- \`lamp\`: shine.

## [0.1.0]
`);
});

test('a name that only begins like that of a module is none', () => {
  const text = '## [Unreleased]\n\n### Added\n\n- `chair_back`, an input.\n';

  expect(changelogOf(text, 'lamp', MODULES)).toContain('- `chair_back`, an input.\n');
});

test('without other modules nothing is left out', () => {
  const text = changelogOf(CHANGELOG, 'all', ['all']);

  expect(text).toContain('no longer wobbles');
  expect(text).toContain('which nobody missed');
});

test('a heading below a section is none', () => {
  const text = '### Added\n\n#### ### Lamps\n\n## [0.1.0]\n';

  expect(changelogOf(text, 'lamp', MODULES)).toContain('#### ### Lamps\n');
});

test('what is unreleased is told only if there is something', () => {
  const released = '## [0.1.0]\n\n- All.\n';
  const told = (text: string): string => changelogOf(`# Changelog\n\n${text}`, 'lamp', MODULES);

  expect(told(`## [Unreleased]\n\n${released}`)).toBe(told(released));
  expect(told(`## [Unreleased]\n\n### Added\n\n- \`chair\`: new.\n\n${released}`)).toBe(
    told(released),
  );
  expect(told('## [Unreleased]\n')).not.toContain('Unreleased');
  expect(told(`## [Unreleased]\n\n- A lamp.\n\n${released}`)).toContain(
    '[Unreleased]\n\n- A lamp.',
  );
});
