import type { Registry } from '../registry';
import { REST, rulesOf } from './rules';
import type { Headers } from './rules';

/**
 * A function for CloudFront, that answers for a bucket. It holds no version, so
 * it stays the same however many there are.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function cloudfrontFunction(registry: Registry): string {
  const rules = rulesOf(registry).map(
    ({ path, type, headers }) => `  {
    path: new RegExp(${JSON.stringify(`^${path}$`)}),
    headers: ${inFunction({ ...headers, 'Content-Type': type }, '    ')},
  },
`,
  );
  return `// A CloudFront function, runtime cloudfront-js-2.0. Associate it with both viewer events,
// "viewer request" and "viewer response", of the behaviour that serves ${registry.url}
const REST = ${inFunction(REST, '')};

const RULES = [
${rules.join('')}];

function handler(event) {
  const request = event.request;
  if (event.context.eventType === 'viewer-request') {
    // a bucket behind CloudFront knows no index pages
    request.uri = request.uri.replace(/\\/$/, '/index.html');
    return request;
  }
  const rule = RULES.find((one) => one.path.test(request.uri));
  const response = event.response;
  Object.assign(response.headers, rule === undefined ? REST : rule.headers);
  return response;
}
`;
}

/** Headers as the events of CloudFront hold them. */
function inFunction(headers: Headers, indent: string): string {
  const lines = Object.entries(headers).map(
    ([name, value]) => `${indent}  '${name.toLowerCase()}': { value: ${JSON.stringify(value)} },\n`,
  );
  return `{\n${lines.join('')}${indent}}`;
}
