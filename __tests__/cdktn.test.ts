/** Runs where the names of CDKTF lead to CDK Terrain: see jest.config.mjs. */
test.each([
  ['cdktf', '/node_modules/cdktn/'],
  ['@cdktf/provider-aws/lib/iam-role', '/node_modules/@cdktn/provider-aws/'],
])('the sources take %s from its successor', (name, folder) => {
  expect(require.resolve(name)).toContain(folder);
});
