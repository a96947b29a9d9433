import { challengeIn } from '../../../publisher/oci/challenge';

test.each([
  [
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:acme/m:pull,push"',
    {
      scheme: 'bearer',
      realm: 'https://auth.docker.io/token',
      service: 'registry.docker.io',
      scope: 'repository:acme/m:pull,push',
    },
  ],
  [
    'bearer Realm="https://example.com/jwt/auth", error="invalid_token"',
    { scheme: 'bearer', realm: 'https://example.com/jwt/auth' },
  ],
  [
    'Bearer realm=https://example.com/t,service=s',
    { scheme: 'bearer', realm: 'https://example.com/t', service: 's' },
  ],
  ['Basic realm="basic-realm"', { scheme: 'basic' }],
  ['BASIC realm="Sonatype Nexus"', { scheme: 'basic' }],
  // who offers both gets the password only where tokens are had
  [
    'Basic realm="r", Bearer realm="https://t.example.com"',
    { scheme: 'bearer', realm: 'https://t.example.com' },
  ],
  ['Negotiate', undefined],
  ['', undefined],
])('%s', (header, expected) => {
  expect(challengeIn(header)).toEqual(expected);
});
