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
