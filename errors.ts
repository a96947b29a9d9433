import type { IConstruct } from 'constructs';

/** A mistake the caller can fix. `code` is stable, the wording is not. */
export class UsageError extends Error {
  constructor(
    readonly code: string,
    message: string,
    scope?: IConstruct,
  ) {
    super(scope?.node.path ? `${scope.node.path}: ${message} [${code}]` : `${message} [${code}]`);
    this.name = 'UsageError';
  }
}
