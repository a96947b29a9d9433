import { pageText } from '../../../publisher/site/layout';
import { markup } from '../../../publisher/site/markup';

const text = pageText({
  path: 'versions/1.0.0/x/readme.html',
  heading: 'A & <B>',
  title: 'A & <B>, 1.0.0',
  above: [['all', 'index.html']],
  beside: [
    {
      label: 'Modules',
      kind: 'modules',
      entries: [
        ['x', 'versions/1.0.0/x/readme.html'],
        ['y', 'versions/1.0.0/y/readme.html'],
      ],
      current: 'versions/1.0.0/y/readme.html',
    },
  ],
  parts: [
    ['One', 'one'],
    ['Two', 'two'],
  ],
  content: markup`<p>Content.</p>\n`,
});

test('a page says its language, what it is and where one is', () => {
  expect(text).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
  expect(text).toContain('<title>A &amp; &lt;B&gt;, 1.0.0</title>');
  expect(text.match(/<h1>.*<\/h1>/g)).toEqual(['<h1>A &amp; &lt;B&gt;</h1>']);
  expect(text).toContain('<a href="../../../index.html">all</a>');
  expect(text).toContain('<a href="readme.html" aria-current="page">A &amp; &lt;B&gt;</a>');
});

test('the first link of a page leads to its content', () => {
  expect(/<a [^>]*href="[^"]*"/.exec(text)?.[0]).toBe('<a class="skip" href="#content"');
  expect(text).toContain('<main id="content" tabindex="-1">');
});

test('menus mark the page at hand, or the one that stands for it', () => {
  expect(text).toContain('<li><a href="readme.html" aria-current="page">x</a></li>');
  expect(text).toContain('<li><a href="../y/readme.html" aria-current="true">y</a></li>');
  expect(text).toContain('<li><a href="#two">Two</a></li>');
});

test('one part needs no menu', () => {
  const alone = pageText({
    path: 'index.html',
    heading: 'A',
    title: 'A',
    above: [],
    parts: [['One', 'one']],
    content: '<',
  });

  expect(alone).not.toContain('On this page');
  expect(alone).toContain('<div class="page">');
  expect(alone).toContain('&lt;</main>');
});

test('nothing runs, nothing is styled in place, and only two files are asked for', () => {
  expect(text).not.toMatch(/<script|<style|style=|\son\w+=|data:|http:/);
  expect(text.match(/<link [^>]*href="([^"]*)"/g)).toEqual([
    '<link rel="icon" href="../../../icon.svg"',
    '<link rel="stylesheet" href="../../../style.css"',
  ]);
});
