import type { Files } from '../../../files';
import { notFoundPage } from '../../site/layout';
import { discovery } from '../documents';
import { DISCOVERY } from '../registry';
import type { Registry } from '../registry';
import { cloudfrontFunction } from './cloudfront';
import { nginxConf } from './nginx';

/** The files of a registry that hang on no version. */
export const hostingFiles = (registry: Registry): Files => ({
  // or GitHub Pages leaves out what begins with a dot or an underscore
  '.nojekyll': '',
  // or Cloudflare Pages answers with the start page where there is nothing
  '404.html': notFoundPage(registry.base, registry.source),
  'hosting/cloudfront.js': cloudfrontFunction(registry),
  'hosting/nginx.conf': nginxConf(registry),
  [DISCOVERY]: discovery(registry),
});
