import type { Diagram, DiagramEdge } from '../../../contract/module';
import { drawing } from '../../../publisher/site/diagram';
import { elements, texts } from '../../fixtures/site-reader';

const node = (id: string, text = id, outside = false) => ({ id, text, outside });
const edge = (from: string, to: string, given: Partial<DiagramEdge> = {}): DiagramEdge => ({
  ...{ from, to, inputs: [], by_default: true },
  ...given,
});
const drawn = (diagram: Diagram): string => drawing(diagram, 'A drawing').text;

const CHART: Diagram = {
  nodes: [
    node('a', 'ec2', true),
    node('b', '<role>'),
    node('c'),
    node('d', 'x, y'),
    node('e', 'y, z'),
  ],
  edges: [
    edge('a', 'b', { does: 'assumes', inputs: ['create_role'] }),
    edge('b', 'd', { inputs: ['buckets'], by_default: false }),
    edge('b', 'e', { inputs: ['buckets'], by_default: false }),
    edge('b', 'c'),
  ],
};

test('who, role, what: what applies by default comes first', () => {
  const text = drawn(CHART);

  expect(texts(text, '.who li')).toEqual(['ec2by default: assumes if create_role']);
  expect(texts(text, '.star > p')).toEqual(['<role>']);
  expect(texts(text, '.what li')).toEqual(['by default: c', 'only if asked: bucketsxyz']);
  expect(elements(text, '.dotted')).toHaveLength(1);
});

test('boxes at arrows that say the same are one, with each text once', () => {
  const [, boxes] = elements(drawn(CHART), '.what .box');

  expect(boxes?.childNodes.filter(({ nodeName }) => nodeName === 'br')).toHaveLength(2);
});

test('holders of the same are one: no arrow crosses another', () => {
  const holders = ['users', 'groups'].map((id) => node(id));
  const text = drawn({
    nodes: [...holders, node('c')],
    edges: holders.map(({ id }) => edge(id, 'c')),
  });

  expect(texts(text, '.star > p')).toEqual(['usersgroups']);
  expect(texts(text, '.what li')).toEqual(['by default: c']);
  expect(elements(text, '.who')).toEqual([]);
});

test('each box with permissions of its own has a star of its own', () => {
  const text = drawn({
    nodes: [node('a'), node('b'), node('c')],
    edges: [edge('a', 'b'), edge('b', 'c')],
  });

  expect(texts(text, '.star > p')).toEqual(['a', 'b']);
  expect(texts(text, 'figcaption')).toEqual(['Solid lines apply by default.']);
});
