import type { IConstruct } from 'constructs';

/** Most characters of a message: what it shows may be anything that somebody gave. */
const LONGEST = 4000;

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
