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

const WIDTHS = [320, 768, 1024, 1280];

describeWithChromium('the site in a browser without JavaScript', () => {
  let browser: Browser;
  let server: SiteServer;
  const site = siteOf(...releases());
  const archives = Object.fromEntries(site.releases.map(({ archive }) => [archive, 'an archive']));
  const files: Record<string, string> = { ...siteFiles(site), ...archives };
  const open = (path: string, ...options: [object?]) =>
    visit(browser, `${server.url}${path}`, ...options);

  beforeAll(async () => {
    browser = await launchBrowser(programs?.chromium ?? '');
    server = await serveSite({ ...files, 'hostile.html': HOSTILE, '404.html': NOT_FOUND });
  });
  afterAll(async () => {
    await browser.close();
    server.stop();
  });

  test.each(PAGES)('%s is quiet, and no wider than the window', async (path) => {
    const { page, complaints } = await open(path);
    const overflowing: string[] = [];
    // closed or open: what unfolds is often the widest
    const unfold = () =>
      page.evaluate('document.querySelectorAll("details").forEach((one) => one.open = true)');
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      overflowing.push(...(await wider(page)).map((what) => `${width}: ${what}`));
    }
    await unfold();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      overflowing.push(...(await wider(page)).map((what) => `unfolded, ${width}: ${what}`));
    }

    expect(complaints).toEqual([]);
    expect(overflowing).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    await page.context().close();
  });

  test('a page that does what these must not is noticed', async () => {
    const { page, complaints } = await open('hostile.html', { javaScriptEnabled: true });
    await page.setViewportSize({ width: 320, height: 800 });

    expect(complaints.join('\n')).toMatch(/inline style/);
    expect(complaints.join('\n')).toMatch(/inline script/);
    expect(complaints.join('\n')).toMatch(/elsewhere\.example/);
    expect(await wider(page)).not.toEqual([]);
    await page.context().close();
  });

  test('the stylesheet is used: dark where the room is dark, on paper the content and its version', async () => {
    const { page } = await open('versions/1.1.0/readme.html');
    const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');

    await page.emulateMedia({ colorScheme: 'light' });
    expect(await paper()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await paper()).toBe('rgb(20, 24, 28)');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('banner').innerText()).toBe('ssm-iam 1.1.0');
    expect(await page.getByText('All versions', { exact: true }).isVisible()).toBe(false);
    await page.context().close();
  });

  test('one click selects code that takes the module from here', async () => {
    const { page } = await open('versions/1.1.0/readme.html');
    const selected = async (label: string): Promise<unknown> => {
      await page.evaluate('document.querySelectorAll("details").forEach((one) => one.open = true)');
      await page.getByLabel(label, { exact: true }).locator('code').click();
      return page.evaluate('getSelection().toString()');
    };

    expect(await selected('Code that takes instance-profile from this registry'))
      .toBe(`module "instance_profile" {
  source  = "modules.example.com/acme/ssm-iam/aws//modules/instance-profile"
  version = "~> 1.1"

  role_name = "ManagedInstances"
}`);
    await page.context().close();
  });

  test('the first key leads past the menus, and all that scrolls is reached by keys', async () => {
    const { page } = await open('versions/1.1.0/readme.html');
    const focused = page.locator(':focus');

    await page.keyboard.press('Tab');
    expect(await focused.textContent()).toBe('Skip to the content');
    expect(await focused.boundingBox()).toMatchObject({ y: 8 });
    await page.keyboard.press('Enter');
    expect(await focused.getAttribute('id')).toBe('content');
    await page.setViewportSize({ width: 320, height: 800 });
    await page.keyboard.press('Tab');
    expect(await focused.getAttribute('aria-label')).toBe(
      'Code that takes ssm-iam from this registry',
    );
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(500);
    expect(await page.evaluate('document.activeElement.scrollLeft')).toBeGreaterThan(0);
    await page.context().close();
  });

  test('two clicks lead to what a policy of AWS allows that is attached by default', async () => {
    const { page } = await open('index.html');

    await page.getByRole('link', { name: 'Permissions of instance-profile' }).click();
    const card = page.locator('#instance-profile-AmazonSSMManagedInstanceCore');
    expect(await card.getByText('ssm:GetParameters', { exact: true }).isVisible()).toBe(true);
    await page.context().close();
  });

  test('each link leads to what is there, and each page is linked', async () => {
    const found = new Map<string, string>();
    const waiting = ['index.html'];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const response = await fetch(`${server.url}${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      found.set(path, await response.text());
      waiting.push(
        ...linksOf(path, found.get(path) ?? '')
          .map(({ to }) => to)
          .filter((to) => !found.has(to)),
      );
    }
    const dead = [...found].flatMap(([path, text]) =>
      linksOf(path, text)
        .filter(({ to, anchor }) => anchor !== '' && !found.get(to)?.includes(` id="${anchor}"`))
        .map(({ to, anchor }) => `${path} -> ${to}#${anchor}`),
    );

    expect(dead).toEqual([]);
    expect([...found.keys()].sort()).toEqual(Object.keys(files).sort());
  });
});

/** What makes the page scroll sideways, if it does. */
const wider = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`document.documentElement.scrollWidth <= innerWidth
    ? []
    : [...document.querySelectorAll('body *')]
        .filter((one) => one.scrollWidth > innerWidth)
        .map((one) => one.outerHTML.slice(0, 80))
        .slice(-3)`);

/** Links of a page within the site: path from its root, and anchor. */
function linksOf(path: string, text: string): { to: string; anchor: string }[] {
  return [...text.matchAll(/ (?:href|src)="([^"]*)"/g)]
    .map(([, address = '']) => new URL(address, `http://site/${path}`))
    .filter(({ host }) => host === 'site')
    .map(({ pathname, hash }) => ({ to: decodeURI(pathname).slice(1), anchor: hash.slice(1) }));
}

const NOT_FOUND = notFoundPage('/terraform', 'modules.example.com/acme/ssm-iam/aws');

const HOSTILE = `<!doctype html><html lang="en"><title>Hostile</title>
<p style="width: 999px">wide</p><pre>${'wide '.repeat(99)}</pre>
<script>document.title = 'run'</script><img alt="" src="https://elsewhere.example/">`;
