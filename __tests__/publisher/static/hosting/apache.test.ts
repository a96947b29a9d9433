import { htaccess } from '../../../../publisher/static/hosting/apache';

/** static-registry.test.ts has Apache itself read it. */
const [rest = '', ...files] = htaccess().split(/^<FilesMatch /m);

test('everything is protected and kept shortly', () => {
  expect(rest.match(/^Header set \S+/gm)).toEqual([
    'Header set Content-Security-Policy',
    'Header set Referrer-Policy',
    'Header set X-Content-Type-Options',
    'Header set Cache-Control',
  ]);
  expect(rest).toContain('Header set Cache-Control "public, max-age=60"');
});

test('files have what is theirs beside that', () => {
  expect(files.map((text) => text.trim())).toEqual(
    expect.arrayContaining([
      `"^(?:download)$">
  Header set Cache-Control "public, max-age=31536000, immutable"
  ForceType "application/json"
  Header set X-Terraform-Get "./source"
</FilesMatch>`,
      `"^(?:terraform\\.json)$">
  ForceType "application/json"
</FilesMatch>`,
    ]),
  );
  expect(files).toHaveLength(6);
});
