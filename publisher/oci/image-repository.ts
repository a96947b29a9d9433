import { UsageError } from '../../errors';
import { serverAddress, withoutPassword } from '../addresses';

/** A repository of a registry of images. */
export interface ImageRepository {
  /** Like `https://ghcr.io`. */
  readonly server: URL;
  /** Like `acme/terraform-aws-ssm-iam`. */
  readonly name: string;
  /** For people, like `ghcr.io/acme/terraform-aws-ssm-iam`. */
  readonly shown: string;
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests */
const NAME = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;

/**
 * The address of a repository, as OpenTofu takes it, with or without `oci://`.
 *
 * @throws UsageError `Address` or `PlainHttp`
 */
export function imageRepository(text: string): ImageRepository {
  const bare = text.replace(/^oci:\/\//, '');
  const url = serverAddress('--repository', /^https?:\/\//.test(bare) ? bare : `https://${bare}`);
  const name = url.pathname.slice(1);
  if (!NAME.test(name)) {
    throw new UsageError(
      'Address',
      `--repository must be a repository like "ghcr.io/acme/terraform-aws-ssm-iam", got "${withoutPassword(text)}"; write host and name, without a tag`,
    );
  }
  const server = new URL(url.origin);
  // the one registry that is known by another name than that of its server
  server.hostname = url.hostname === 'docker.io' ? 'registry-1.docker.io' : url.hostname;
  return { server, name, shown: `${url.host}/${name}` };
}
