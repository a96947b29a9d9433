import { hostingFiles } from '../../../../publisher/static/hosting/files';
import { hostingReadme } from '../../../../publisher/static/hosting/readme';
import { registryOf } from '../../../../publisher/static/registry';

const root = registryOf('https://modules.example.com', 'acme');
const below = registryOf('https://modules.example.com:8443/tf', 'acme');

test('callers are told the address of the module', () => {
  expect(hostingReadme(root)).toContain('source = "modules.example.com/acme/ssm-iam/aws"');
  expect(hostingReadme(below)).toContain('source = "modules.example.com:8443/acme/ssm-iam/aws"');
});

test('hosts that add no header are named, with the way that is left', () => {
  const page = hostingReadme(root);

  expect(page).toMatch(/GitHub Pages, GitLab Pages and .+ S3 bucket serve OpenTofu only/);
  expect(page).toContain(
    'source = "https://modules.example.com/v1/modules/acme/ssm-iam/aws/VERSION/module.tar.gz?checksum=sha256:DIGEST"',
  );
});

test('only below a path is there something to copy', () => {
  expect(hostingReadme(root)).not.toContain('root of its host');
  expect(hostingReadme(below)).toContain(
    'Terraform looks for `/.well-known/terraform.json` at the root of modules.example.com:8443',
  );
});

test('every file of rules that it names is there, and the other way round', () => {
  const page = hostingReadme(root);
  const rules = Object.keys(hostingFiles(root)).filter(
    (path) => path !== '.nojekyll' && path !== '404.html',
  );

  for (const path of rules.filter((one) => one !== 'hosting/README.md')) {
    expect(page).toContain(`\`${path}\``);
  }
  for (const [, path = ''] of page.matchAll(/^\| [^|]+ \| `([^`]+)` \| /gm)) {
    expect(rules).toContain(path);
  }
});
