import { withResources } from '../../generator/domain';

const plain = { data: { one: 1 }, sections: ['## One'] };

test('a domain adds what it says of resources after what it says anyway', () => {
  const domain = {
    ...plain,
    ofResources: (addresses: readonly string[]) => ({
      data: { resources: addresses },
      sections: ['## Resources'],
    }),
  };

  expect(withResources(domain, ['thing.this'])).toMatchObject({
    data: { one: 1, resources: ['thing.this'] },
    sections: ['## One', '## Resources'],
  });
});

test('a domain that says nothing of resources stays as it is', () => {
  expect(withResources(plain, ['thing.this'])).toEqual(plain);
});
