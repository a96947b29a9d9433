import { alternate } from '../../bench/alternate';

test('candidates take turns, in the other order each round, and the first round does not count', async () => {
  const ran: string[] = [];
  const measuring = (name: string) => () => {
    ran.push(name);
    return Promise.resolve(ran.length);
  };

  expect(await alternate(2, { a: measuring('a'), b: measuring('b') })).toEqual({
    a: [4, 5],
    b: [3, 6],
  });
  expect(ran).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
});
