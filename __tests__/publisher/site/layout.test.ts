import { pageText } from '../../../publisher/site/layout';
import type { Page } from '../../../publisher/site/layout';
import { markup } from '../../../publisher/site/markup';
import { path } from '../../../publisher/site/paths';
import { edition, elements, linksOf, texts } from '../../fixtures/site-reader';

const PAGE: Page = {
  path: path.permissions('1.0.0'),
  heading: 'A & <B>',
  title: 'A & <B>, 1.0.0',
  edition: edition(),
  parts: [
    ['One', 'one'],
    ['Two', 'two'],
  ],
  content: markup`<p>Content.</p>\n`,
};
const text = pageText(PAGE);
const current = (page: string): string[] => texts(page, '[aria-current="page"]');

test('a page says what it is and where one is', () => {
  expect(texts(text, 'title')).toEqual(['A & <B>, 1.0.0']);
  expect(texts(text, 'h1')).toEqual(['A & <B>']);
  expect(texts(text, 'header')).toEqual(['ssm-iam 1.0.0']);
  expect(linksOf(text, 'ssm-iam')).toEqual(['../../index.html']);
  expect(current(text)).toEqual(['Permissions']);
});

test('the first link of a page leads to its content', () => {
  expect(elements(text, 'a')[0]?.getAttributeValue('href')).toBe('#content');
  expect(elements(text, 'main')[0]?.id).toBe('content');
});

test('menus lead to the pages of the version, and to the parts of the page', () => {
  expect(texts(text, '.menus a')).toEqual([
    ...['Overview', 'Permissions', 'How to use', 'Upgrade'],
    ...['One', 'Two'],
  ]);
  expect(linksOf(text, 'Two')).toEqual(['#two']);
  expect(pageText({ ...PAGE, parts: [['One', 'one']] })).not.toContain('On this page');
});

test('a page about all versions has no menus', () => {
  const { edition: _, ...index } = { ...PAGE, path: path.index };

  expect(texts(pageText(index), 'nav')).toEqual([]);
  expect(texts(pageText(index), 'header')).toEqual(['A & <B>']);
});
