import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { notFoundPage } from '../../publisher/site/layout';
import { siteFiles } from '../../publisher/site/site';
import { releases, siteOf } from '../fixtures/site-releases';
import { launchBrowser, visit } from './harness/browser';
import { PAGES, serveSite } from './harness/site-server';
import type { SiteServer } from './harness/site-server';
import { findPrograms } from './harness/tools';

const programs = findPrograms(['chromium']);
const describeWithChromium = programs === undefined ? describe.skip : describe;

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describeWithChromium('the site for those who see or hear it otherwise', () => {
  let browser: Browser;
  let server: SiteServer;
  // axe is a script, which the pages themselves refuse
  const audited = (path: string, colorScheme: 'light' | 'dark', width: number) =>
    visit(browser, `${server.url}${path}`, {
      javaScriptEnabled: true,
      bypassCSP: true,
      colorScheme,
      viewport: { width, height: 800 },
    });

  beforeAll(async () => {
    browser = await launchBrowser(programs?.chromium ?? '');
    server = await serveSite({
      ...siteFiles(siteOf(...releases())),
      'faulty.html': FAULTY,
      '404.html': NOT_FOUND,
    });
  });
  afterAll(async () => {
    await browser.close();
    server.stop();
  });

  test.each(PAGES)('%s has no fault that axe finds, light or dark', async (path) => {
    for (const [scheme, width] of [
      ['light', 1280],
      ['dark', 320],
    ] as const) {
      const { page } = await audited(path, scheme, width);
      await page.evaluate('document.querySelectorAll("details").forEach((one) => one.open = true)');

      expect(await faults(page)).toEqual([]);
      await page.context().close();
    }
  });

  test('faults would be found', async () => {
    const { page } = await audited('faulty.html', 'dark', 1280);

    expect((await faults(page)).map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining(['color-contrast', 'heading-order', 'image-alt', 'region']),
    );
    await page.context().close();
  });
});

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(`axe
    .run({ runOnly: ${JSON.stringify(RULES)} })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 120) + ' ' + failureSummary)))`);
}

const NOT_FOUND = notFoundPage('/terraform', 'modules.example.com/acme/ssm-iam/aws');

const FAULTY = `<!doctype html><html lang="en"><title>Faulty</title><h1>One</h1><h3>Three</h3>
<p style="color: #ddd; background: #fff">pale</p><img src="icon.svg">`;
