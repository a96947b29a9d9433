import { addressed } from '../../generator/terraform-json';

test('resources and data sources have addresses, and nothing else has', () => {
  const [one, two, three] = [{ a: 1 }, { a: 2 }, { a: 3 }];

  expect(
    addressed({
      data: { x: { c: three } },
      resource: { x: { a: one, b: two } },
      module: { m: {} },
      locals: { l: {} },
    }),
  ).toEqual([
    ['x.a', one],
    ['x.b', two],
    ['data.x.c', three],
  ]);
  expect(addressed({})).toEqual([]);
});
