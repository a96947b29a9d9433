import { STATUS_CODES } from 'node:http';
import { UsageError } from '../errors';
import { parseJson } from '../json';
import { parseAddress } from './addresses';
import { callWords } from './call';
import type { Answer, Call } from './call';

/** What a status means where it is no answer, and the way out. */
const MEANINGS: Readonly<Record<number, readonly [code: string, wayOut: string]>> = {
  401: ['Unauthorized', 'give a token that is valid there'],
  403: ['Forbidden', 'give a token that may publish there'],
  404: [
    'NotFound',
    'check the names in the address, and that the token may see them: what it may not see is not found',
  ],
};
const MOVED = ['Moved', 'credentials follow no redirect, so give the address itself'] as const;
const REFUSED = ['Refused', 'correct what the server names'] as const;
const FAILED = ['ServerFailed', 'run this again when the server is well'] as const;

/**
 * The error for an answer that is no success.
 *
 * @param shown makes words of the server fit to be shown
 */
export function refusalOf(
  call: Call,
  answer: Answer,
  shown: (words: string) => string,
): UsageError {
  const { status, headers } = answer;
  const [code, wayOut] =
    MEANINGS[status] ?? (status < 400 ? MOVED : status < 500 ? REFUSED : FAILED);
  const location = headers.get('location');
  // the rest of where it moved to may be signed
  const to = location === null ? '' : ` to ${parseAddress(location)?.origin ?? 'another path'}`;
  const words = shown(wordsOf(answer));
  return new UsageError(
    code,
    `${callWords(call)} must be answered with success, got ${status} ${STATUS_CODES[status] ?? 'unknown status'}${status < 400 ? to : ''}${words === '' ? '' : ` ("${words}")`}; ${wayOut}`,
  );
}

/** @throws UsageError `NoJson`, as of the page of a proxy */
export function contentOf(call: Call, { headers, body }: Answer): unknown {
  try {
    return parseJson(body.toString('utf8'));
  } catch {
    throw new UsageError(
      'NoJson',
      `${callWords(call)} must be answered with JSON, got ${headers.get('content-type') ?? 'something else'}; check the address, and what lies before the server`,
    );
  }
}

/** The keys under which JSON:API, GitLab, Artifactory and registries of images say what is wrong; a number: in a list. */
const OF_ERRORS = /^(title|detail|message|error|\d+)$/;

/** What the server said, if it sent JSON. */
function wordsOf({ headers, body }: Answer): string {
  const words = new Set<string>();
  try {
    if (/\bjson\b/.test(headers.get('content-type') ?? '')) {
      JSON.parse(body.toString('utf8'), (key, value: unknown) => {
        if (typeof value === 'string' && OF_ERRORS.test(key)) {
          words.add(value);
        }
        return value;
      });
    }
  } catch {
    // what cannot be read says nothing
  }
  return [...words].join(', ');
}
