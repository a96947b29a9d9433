import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TestArtifactory } from '../fixtures/registries/artifactory';
import { TestGitlab } from '../fixtures/registries/gitlab';
import { TestHcp } from '../fixtures/registries/hcp';
import { SECRET, showsSecret } from '../fixtures/registries/publishing';
import { AUTHOR } from '../fixtures/released-project';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { ImageRegistryProcess, PUBLISHER } from './harness/image-registry';
import { fencedBlocks, headings, relativeLinks } from './harness/markdown';
import { freePort } from './harness/servers';
import { PROJECT, ProjectCopy } from './harness/project';
import { describeWithPrograms } from './harness/suite';

const PAGE = readFileSync(join(PROJECT, 'docs/publishing.md'), 'utf8');
const blocks = fencedBlocks(PAGE);
const lines = blocks
  .filter(({ language }) => language === 'sh')
  // a file that is written takes its lines together
  .flatMap(({ text }) => (text.includes('<<') ? [text] : text.trim().split('\n')));

/** Where the project itself is kept. */
const SOURCE = 'https://example.com/acme/ssm-iam.git';

const emptyFolder = temporaryFolders();
const hcp = new TestHcp('acme', SECRET);
const gitlab = new TestGitlab('acme/modules', { 'private-token': { user: 'abc', token: SECRET } });
const artifactory = new TestArtifactory(SECRET);

describeWithPrograms('docs/publishing.md', ['docker-registry', 'nginx'], (bench, programs) => {
  const images = new ImageRegistryProcess(programs['docker-registry']);
  let project: ProjectCopy;
  let port: number;
  const origin = emptyFolder();
  const registry = emptyFolder();

  beforeAll(async () => {
    await Promise.all([hcp.start(), gitlab.start(), artifactory.start(), images.start()]);
    [registry, origin].forEach((folder) => {
      execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', folder]);
    });
    port = await freePort();
    project = new ProjectCopy({ ...bench().environment, ...environment() });
    // nginx serves as somebody else
    chmodSync(project.folder, 0o755);
    rmSync(project.path('node_modules'));
    await project.must('git init --quiet --initial-branch=main && git add --all');
    await project.must('git commit --quiet --message "feat: modules"');
    await project.must(`git remote add origin ${SOURCE} && git push --quiet -u origin main`);
    await project.must(`ln -s ${join(PROJECT, 'node_modules')} node_modules`);
  });

  afterAll(() => {
    project.remove();
    images.stop();
    [hcp, gitlab, artifactory].forEach((server) => {
      server.stop();
    });
  });

  /** Who publishes, and where the address of the registry repository leads here. */
  function environment(): Record<string, string> {
    const [user = '', password = ''] = PUBLISHER.split(':');
    return {
      ...AUTHOR,
      TFE_TOKEN: SECRET,
      TFE_HOSTNAME: hcp.host,
      GITLAB_TOKEN: SECRET,
      ARTIFACTORY_ACCESS_TOKEN: SECRET,
      OCI_USERNAME: user,
      OCI_PASSWORD: password,
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: `url.file://${registry}.insteadOf`,
      GIT_CONFIG_VALUE_0: 'git@example.com:acme/terraform-aws-ssm-iam.git',
      GIT_CONFIG_KEY_1: `url.file://${origin}.insteadOf`,
      GIT_CONFIG_VALUE_1: SOURCE,
    };
  }

  /** A line of the page with the servers that stand for others here. */
  function here(line: string): string {
    return line
      .replace(/apply hcp\b/, `$& --url ${hcp.url}`)
      .replace(/apply gitlab\b/, `$& --url ${gitlab.url}`)
      .replace('https://acme.jfrog.io', artifactory.url)
      .replace('ghcr.io', `http://${images.host}`)
      .replaceAll('8443', String(port))
      .replace(/^nginx/m, programs.nginx);
  }

  test('does what it says, line by line, and shows no credentials', async () => {
    const said: string[] = [];
    for (const line of lines) {
      said.push(await project.must(here(line)));
    }

    const text = said.join('');
    expect(lines.length).toBeGreaterThan(9);
    expect(showsSecret(text)).toBe(false);
    expect(text.match(/^0\.1\.0 is published: /gm)).toHaveLength(7);
    const got = '.terraform/modules/ssm/modules/instance-profile/main.tf.json';
    expect(readFileSync(project.path(`trial-caller/${got}`), 'utf8')).toContain('aws_iam_role');
    expect(await project.must('cd assets && sha256sum --check SHA256SUMS')).toContain('OK');
    expect(await project.must('git ls-remote --tags origin')).toContain('refs/tags/v0.1.0');
    expect(execFileSync('git', ['-C', registry, 'tag'], { encoding: 'utf8' })).toBe('v0.1.0\n');
    await project.must('npm run check');
  });

  test('shows the call that the site shows', () => {
    const [block] = blocks.filter(({ language }) => language === 'hcl');
    const page = project.path('public/versions/0.1.0/readme.html');
    const shown = readFileSync(page, 'utf8').replaceAll('&quot;', '"').replaceAll('&gt;', '>');
    const called = (block?.text ?? '').split('\n').filter((line) => line.includes(' = '));

    expect(called).toHaveLength(2);
    called.forEach((line) => {
      expect(shown).toContain(line.trim());
    });
  });

  test('has links that lead somewhere', () => {
    const broken = relativeLinks(PAGE).filter((target) => {
      const [path = '', anchor] = target.split('#');
      return path === ''
        ? !headings(PAGE).includes(anchor ?? '')
        : !existsSync(join(PROJECT, 'docs', path));
    });

    expect(broken).toEqual([]);
  });
});
