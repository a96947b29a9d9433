import type { Diagram, DiagramEdge } from '../../../contract/module';
import { drawing } from '../../../publisher/site/diagram';

const node = (id: string, text = id, outside = false) => ({ id, text, outside });
const edge = (from: string, to: string, given: Partial<DiagramEdge> = {}): DiagramEdge => ({
  ...{ from, to, inputs: [], by_default: true },
  ...given,
});
const drawn = (diagram: Diagram): string => drawing(diagram, 'A drawing').text;

/** Rectangles of a drawing: left, top, right, bottom. */
const boxes = (text: string): number[][] =>
  [...text.matchAll(/<rect x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"/g)].map((found) => {
    const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number);
    return [x, y, x + width, y + height];
  });

const CHART: Diagram = {
  nodes: [node('a', 'ec2 or ec2.cn', true), node('b', '<role>'), node('c'), node('d')],
  edges: [
    edge('a', 'b', { does: 'assumes', inputs: ['create_role'] }),
    edge('b', 'c', { inputs: ['x'], by_default: false }),
    edge('b', 'd', { does: 'is attached to' }),
  ],
};

test('all of it is within the picture, and no box lies on another', () => {
  const text = drawn(CHART);
  const [, width = 0, height = 0] = (/viewBox="0 0 (\S+) (\S+)"/.exec(text) ?? []).map(Number);
  const all = boxes(text);

  expect(all).toHaveLength(4);
  all.forEach(([left = -1, top = -1, right = 0, bottom = 0], index) => {
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(bottom).toBeLessThanOrEqual(height);
    for (const [l = 0, t = 0, r = 0, b = 0] of all.slice(index + 1)) {
      expect(left < r && l < right && top < b && t < bottom).toBe(false);
    }
  });
});

test('it says what it draws: a name, sentences, and texts that are escaped', () => {
  const text = drawn(CHART);

  expect(text).toContain('<title>A drawing</title>');
  expect(text).toContain(
    '<desc>By default: ec2 or ec2.cn assumes &lt;role&gt;, depending on create_role. Only if asked for: &lt;role&gt; gets c, depending on x. By default: &lt;role&gt; is attached to d.</desc>',
  );
  expect(text.match(/<li>/g)).toHaveLength(3);
  expect(text).toMatch(/<tspan [^>]+>&lt;role&gt;<\/tspan>/);
  expect(text).toMatch(/>assumes<\/tspan><tspan [^>]+>if create_role<\/tspan>/);
});

test('what is not there by default is dotted', () => {
  expect(drawn(CHART).match(/class="arrow( dotted)?"/g)).toEqual([
    'class="arrow"',
    'class="arrow dotted"',
    'class="arrow"',
  ]);
});

test('arrows end at the box that they point to', () => {
  const text = drawn({ nodes: [node('a'), node('b')], edges: [edge('a', 'b')] });
  const [from = [], to = []] = boxes(text);
  const [, startX, startY] = /class="line" d="M(\S+?),(\S+?)C/.exec(text) ?? [];
  const [, endX, endY] = /class="tip" d="M(\S+?),(\S+?)L/.exec(text) ?? [];

  expect([startX, endX].map(Number)).toEqual([from[2], to[0]]);
  expect([startY, endY].map(Number)).toEqual([(from[1] ?? 0) + 14.5, (to[1] ?? 0) + 14.5]);
});

test('a chart that would be too wide leads down', () => {
  const names = Array.from({ length: 12 }, (_, index) => `a_long_name_${index}`);
  const edges = names.slice(1).map((name, index) => edge(names[index] ?? '', name));
  const [first = [], second = []] = boxes(drawn({ nodes: names.map((name) => node(name)), edges }));

  expect(second[1]).toBeGreaterThan(first[3] ?? 0);
  expect(second[0]).toBe(first[0]);
});

test('the same chart is the same drawing, without a style of its own', () => {
  expect(drawn(CHART)).toBe(drawn(CHART));
  expect(drawn(CHART)).not.toMatch(/style=|<style|<script|href=/);
});
