import { createContext, runInContext } from 'node:vm';
import { cloudfrontFunction } from '../../../../publisher/static/hosting/cloudfront';
import { registryOf } from '../../../../publisher/static/registry';
import { DISCOVERED, RULED, UNRULED } from '../../../fixtures/host-rules';

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html */
interface Message {
  readonly headers: Readonly<Record<string, { readonly value: string }>>;
  readonly uri?: string;
  readonly statusCode?: number;
}

const url = 'https://modules.example.com';

/** Runs the function on an event of CloudFront, in a place that knows no Node. */
function handled(text: string, eventType: string, uri: string): Message {
  const event = {
    version: '1.0',
    context: { distributionDomainName: 'd111111abcdef8.cloudfront.net', eventType },
    viewer: { ip: '192.0.2.1' },
    request: { method: 'GET', uri, querystring: {}, headers: {}, cookies: {} },
    ...(eventType === 'viewer-response' && {
      response: {
        statusCode: 200,
        statusDescription: 'OK',
        headers: {
          'content-type': { value: 'binary/octet-stream' },
          etag: { value: '"1"' },
        },
        cookies: {},
      },
    }),
  };
  const context = createContext({ event: JSON.stringify(event) });
  return JSON.parse(
    String(runInContext(`${text}\nJSON.stringify(handler(JSON.parse(event)));`, context)),
  ) as Message;
}

function headersOf(text: string, uri: string): Record<string, string> {
  const { headers, statusCode } = handled(text, 'viewer-response', uri);
  expect(statusCode).toBe(200);
  return Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value]));
}

describe.each(['', '/infra/tf'])('below "%s"', (base) => {
  const text = cloudfrontFunction(registryOf(`${url}${base}`, 'acme'));

  test.each(Object.entries(RULED))('%s is answered by its rule', (path, headers) => {
    expect(headersOf(text, `${base}/${path}`)).toEqual({ ...headers, etag: '"1"' });
  });

  test.each(Object.entries(UNRULED))('%s is answered like a page', (path, headers) => {
    const type = { 'content-type': 'binary/octet-stream', etag: '"1"' };
    expect(headersOf(text, `${base}/${path}`)).toEqual({ ...headers, ...type });
  });

  test('what Terraform looks for first is answered as JSON', () => {
    const answer = headersOf(text, '/.well-known/terraform.json');
    expect(answer).toEqual({ ...DISCOVERED, etag: '"1"' });
  });

  test('the start page is asked for by its name, other files as they are', () => {
    const asked = (uri: string): string | undefined => handled(text, 'viewer-request', uri).uri;

    expect(asked(`${base}/`)).toBe(`${base}/index.html`);
    expect(asked(`${base}/v1/modules/acme/ssm-iam/aws/1.0.0/download`)).toBe(
      `${base}/v1/modules/acme/ssm-iam/aws/1.0.0/download`,
    );
  });

  test('CloudFront takes its size', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(10 * 1024);
  });
});
