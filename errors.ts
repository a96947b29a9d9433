import type { IConstruct } from 'constructs';

/** Most characters of a message: what it shows may be anything that somebody gave. */
const LONGEST = 4000;

const LONGEST_REASON = 300;

/** A mistake the caller can fix. `code` is stable, the wording is not. */
export class UsageError extends Error {
  constructor(
    readonly code: string,
    message: string,
    scope?: IConstruct,
  ) {
    const place = scope?.node.path ? `${scope.node.path}: ` : '';
    super(`${place}${cut(message)} [${code}]`);
    this.name = 'UsageError';
  }
}

/** A message says what is wrong first, and what to do last. Lines of its own are indented. */
function cut(message: string): string {
  const half = LONGEST / 2;
  const text =
    message.length <= LONGEST ? message : `${message.slice(0, half)} ... ${message.slice(-half)}`;
  return text.replace(/\n(?! |$)/g, ' ').replace(/(?!\n)\p{Cc}/gu, '?');
}

/** Why something failed, on one line and cut where it is long. */
export function reasonOf(error: unknown): string {
  const words = String(error)
    .slice(0, 2 * LONGEST_REASON)
    .replace(/^\w*Error: /, '')
    .replace('Maximum call stack size exceeded', 'it is nested too deeply')
    .replace(/\s+/g, ' ');
  return words.length > LONGEST_REASON ? `${words.slice(0, LONGEST_REASON)}...` : words;
}
