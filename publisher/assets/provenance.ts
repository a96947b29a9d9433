import type { Release } from '../release';
import type { Builder } from './builder';
import { sha256 } from './checksums';
import type { Assets } from './checksums';

/** How the files come from the parameters; docs/provenance.md says it. */
const BUILD_TYPE = 'urn:ssm-iam:release-assets:1';

/** What was there before the release was packed. */
export interface Materials {
  /** Of the repository, like `git+https://example.com/acme/ssm-iam`. */
  readonly source: string;
  /** The npm lock file at the tag. */
  readonly lockFile: Buffer;
  readonly builder: Builder;
}

/**
 * Says where files come from: an in-toto statement, unsigned.
 *
 * @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 * @see https://slsa.dev/spec/v1.0/provenance
 */
export function provenanceStatement(
  assets: Assets,
  { version, tag, commit }: Pick<Release, 'version' | 'tag' | 'commit'>,
  { source, lockFile, builder }: Materials,
): object {
  const { id, invocationId } = builder;
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: Object.entries(assets).map(([name, bytes]) => ({
      name,
      digest: { sha256: sha256(bytes) },
    })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: { version, tag },
        resolvedDependencies: [
          { uri: `${source}@refs/tags/${tag}`, digest: { gitCommit: commit } },
          {
            uri: `${source}@${commit}#package-lock.json`,
            digest: { sha256: sha256(lockFile) },
          },
        ],
      },
      runDetails: {
        builder: { id },
        ...(invocationId !== undefined && { metadata: { invocationId } }),
      },
    },
  };
}
