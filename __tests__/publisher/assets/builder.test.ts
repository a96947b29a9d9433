import { builderOf } from '../../../publisher/assets/builder';

const GITHUB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/ssm-iam',
  GITHUB_WORKFLOW_REF: 'acme/ssm-iam/.github/workflows/release.yml@refs/tags/v1.0.0',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '2',
};

const GITLAB = {
  GITLAB_CI: 'true',
  CI_PROJECT_URL: 'https://gitlab.com/acme/ssm-iam',
  CI_RUNNER_ID: '7',
  CI_JOB_URL: 'https://gitlab.com/acme/ssm-iam/-/jobs/99',
};

test('on GitHub it is the workflow, in the run', () => {
  expect(builderOf({ env: GITHUB })).toEqual({
    id: 'https://github.com/acme/ssm-iam/.github/workflows/release.yml@refs/tags/v1.0.0',
    invocationId: 'https://github.com/acme/ssm-iam/actions/runs/42/attempts/2',
  });
});

test('on GitLab it is the runner, in the job', () => {
  expect(builderOf({ env: GITLAB })).toEqual({
    id: 'https://gitlab.com/acme/ssm-iam/-/runners/7',
    invocationId: 'https://gitlab.com/acme/ssm-iam/-/jobs/99',
  });
});

test.each([
  ['no build service', {}],
  ['variables without the one that says so', { ...GITHUB, GITHUB_ACTIONS: 'false' }],
  ['GitHub without a workflow', { ...GITHUB, GITHUB_WORKFLOW_REF: '' }],
  ['GitLab without a runner', { ...GITLAB, CI_RUNNER_ID: undefined }],
])('with %s it is built by hand', (_name, env) => {
  expect(builderOf({ env })).toEqual({ id: 'urn:ssm-iam:built-by-hand:1' });
});

test.each([
  ['GitHub', { ...GITHUB, GITHUB_RUN_ATTEMPT: undefined }],
  ['GitLab', { ...GITLAB, CI_JOB_URL: undefined }],
])('on %s without a part of its address there is no run', (_name, env) => {
  expect(Object.keys(builderOf({ env }))).toEqual(['id']);
});
