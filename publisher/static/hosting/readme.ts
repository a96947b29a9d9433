import { DISCOVERY, FILE, MARKER, pathOf, versionsPath } from '../registry';
import type { Registry } from '../registry';
import { REST, TERRAFORM_GET } from './rules';

/** The page for whoever puts the folder on the web: `hosting/README.md`. */
export const hostingReadme = (registry: Registry): string =>
  [head(registry), below(registry), hosts(registry), withoutHeaders(registry), files(registry)]
    .filter((part) => part !== '')
    .join('\n');

const head = ({ url, source }: Registry): string => `# Serving this folder

This folder is a Terraform module registry. Put all of it at <${url}/>, whole, names that begin with
a dot included, and callers write

\`\`\`hcl
module "ssm_iam" {
  source = "${source}"
}
\`\`\`

with a \`version\` of those that <${url}/> lists, like \`"~> 0.1.0"\`: without one Terraform takes the newest.

Any server does that can answer \`https\` and add one header: Terraform reads the address of a module from
\`X-Terraform-Get\` and from nothing else. OpenTofu reads the file as well, and needs no header.
\`node dist/publisher/cli.js publish apply --to static\` writes the rules anew whenever they change. Rules of your own belong elsewhere.
`;

const below = ({ base, host }: Registry): string =>
  base === ''
    ? ''
    : `## This folder is not the root of its host

Terraform looks for \`/${DISCOVERY}\` at the root of ${host}, whatever the path of the registry. Copy the file
from this folder to there; if there is one, add its line.
`;

const hosts = (registry: Registry): string => `## Hosts

| Host | Rules | What you do |
| --- | --- | --- |
| nginx | \`hosting/nginx.conf\` | include it in the server block, as its first lines say |
| S3 with CloudFront | \`hosting/cloudfront.js\` | make it a function of runtime cloudfront-js-2.0, and associate it with "viewer request" and "viewer response" |

The rules name no version: a new release needs no new rule, and no reload. Any other host (Apache, Netlify,
Cloudflare Pages, a load balancer) needs one header, on every \`download\` below \`${registry.module}/\`:

    X-Terraform-Get: ${TERRAFORM_GET['X-Terraform-Get'] ?? ''}

and should answer everything with:

${without()}

What lies in the folder of a version never changes and may be kept for ever; all else is kept for a minute.
A network in front of your server has to hear of that as well: CloudFront keeps what a bucket gave it for a day, unless
its cache policy has a default of a minute, or you invalidate \`/*\` after each upload.

When you upload, send the folders of the versions first and \`versions\` last: a reader then never sees half a release.
`;

const without = (): string =>
  Object.entries(REST)
    .filter(([name]) => name !== 'Cache-Control')
    .map(([name, value]) => `    ${name}: ${value}`)
    .join('\n');

const withoutHeaders = (registry: Registry): string => `## Hosts that add no header

GitHub Pages, GitLab Pages and the website of a plain S3 bucket serve OpenTofu only. Terraform there takes the archive
itself; such a source knows no version constraint, so each caller writes version and digest. \`${FILE.sums}\` beside
the archive has the digest:

\`\`\`hcl
module "ssm_iam" {
  source = "${registry.url}/${pathOf(registry, 'VERSION', FILE.archive)}?checksum=sha256:DIGEST"
}
\`\`\`

A module below it: \`.../${FILE.archive}//modules/NAME?checksum=sha256:DIGEST\`.
`;

const files = (registry: Registry): string => `## The files

| File | What it is |
| --- | --- |
| \`${DISCOVERY}\` | where the registry is, for Terraform |
| \`${versionsPath(registry)}\` | the versions |
| \`${pathOf(registry, 'VERSION', FILE.archive)}\` | the module |
| \`.../VERSION/${FILE.sums}\` | its digest, for \`sha256sum --check\` |
| \`.../VERSION/${FILE.download}\` | its address and digest, for OpenTofu; Terraform reads the header |
| \`.../VERSION/${FILE.source}\` | its address and digest, for Terraform: the header leads here |
| \`.../VERSION/${FILE.release}\` | the commit of the release, and its time |
| \`${MARKER}\` | whose folder this is, for \`node dist/publisher/cli.js publish apply --to static\` |
| \`hosting/\` | the rules; visitors need none of them |
| the others | the site |
`;
