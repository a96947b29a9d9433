import type { Surroundings } from '../surroundings';

/** Whatever runs on a machine that no build service says it is. */
const BY_HAND = 'urn:ssm-iam:built-by-hand:1';

/** Who made the files of a release, as the environment says. */
export interface Builder {
  /** A URI. */
  readonly id: string;
  /** Address of the run, if a build service has one. */
  readonly invocationId?: string;
}

/**
 * GitHub's workflow, GitLab's runner, or nobody who could be asked.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 */
export function builderOf({ env }: Pick<Surroundings, 'env'>): Builder {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT } = env;
  if (env.GITHUB_ACTIONS === 'true') {
    return builder(
      [GITHUB_SERVER_URL, env.GITHUB_WORKFLOW_REF],
      [
        GITHUB_SERVER_URL,
        GITHUB_REPOSITORY,
        'actions/runs',
        GITHUB_RUN_ID,
        'attempts',
        GITHUB_RUN_ATTEMPT,
      ],
    );
  }
  if (env.GITLAB_CI === 'true') {
    return builder([env.CI_PROJECT_URL, '-/runners', env.CI_RUNNER_ID], [env.CI_JOB_URL]);
  }
  return { id: BY_HAND };
}

type Parts = readonly (string | undefined)[];

/** Without one of its parts an address would be that of something else. */
function builder(id: Parts, invocation: Parts): Builder {
  const isThere = (part: string | undefined): boolean => part !== undefined && part !== '';
  if (!id.every(isThere)) {
    return { id: BY_HAND };
  }
  return {
    id: id.join('/'),
    ...(invocation.every(isThere) && { invocationId: invocation.join('/') }),
  };
}
