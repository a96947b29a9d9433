import { callWords } from '../../publisher/call';

test('a call is named without its query, and one that is signed by its host', () => {
  const url = new URL('https://example.com/a?token=s3cret');

  expect(callWords({ method: 'GET', url })).toBe('GET https://example.com/a');
  expect(callWords({ method: 'PUT', url, isSigned: true })).toBe('PUT https://example.com');
});
