import type { Files } from '../../../files';
import { discovery } from '../documents';
import { path } from '../../site/paths';
import { DISCOVERY } from '../registry';
import type { Registry } from '../registry';
import { cloudfrontFunction } from './cloudfront';
import { nginxConf } from './nginx';
import { hostingReadme } from './readme';

/** The files of a registry that hang on no version. */
export const hostingFiles = (registry: Registry): Files => ({
  // or GitHub Pages leaves out what begins with a dot or an underscore
  '.nojekyll': '',
  // or Cloudflare Pages answers with the start page where there is nothing
  '404.html': notFound(registry),
  'hosting/README.md': hostingReadme(registry),
  'hosting/cloudfront.js': cloudfrontFunction(registry),
  'hosting/nginx.conf': nginxConf(registry),
  [DISCOVERY]: discovery(registry),
});

const notFound = ({ base, source }: Registry): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not found</title><link rel="stylesheet" href="${base}/${path.style}"></head>
<body><main><h1>Not found</h1><p><a href="${base}/index.html">${source}</a></p></main></body>
</html>
`;
