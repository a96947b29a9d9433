import { shippedChangelog } from '../../../generator/emit/changelog';

test('the changelog is shipped with a marker, and without links to files that are not', () => {
  const text =
    '# Changelog\n\nSee [the format](https://example.com/format).\n\n- `shade`, described\n  in [the guide](docs/guide.md).\n\n';

  expect(shippedChangelog(text))
    .toBe(`<!-- Written by ssm-iam from TypeScript; do not edit. Change the module and run: npm run generate -->

# Changelog

See [the format](https://example.com/format).

- \`shade\`, described
  in the guide.
`);
});

test('what is unreleased is told only if there is something', () => {
  const released = '## [0.1.0]\n\n- All.\n';
  const told = (text: string): string => shippedChangelog(`# Changelog\n\n${text}`);

  expect(told(`## [Unreleased]\n\n${released}`)).toBe(told(released));
  expect(told('## [Unreleased]\n')).not.toContain('Unreleased');
  expect(told(`## [Unreleased]\n\n- A lamp.\n\n${released}`)).toContain(
    '[Unreleased]\n\n- A lamp.',
  );
});
