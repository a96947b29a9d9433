import { withoutQuery } from './addresses';

/** A call of a server. Made twice it must come to the same, for it may be. */
export interface Call {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** Whether who knows the address needs no credentials: errors name its host alone. */
  readonly isSigned?: true;
  /** Whether redirects are followed, five at most. The header `authorization` goes to the first origin alone. */
  readonly follows?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** A call as errors name it: what is secret in an address stands in its query, or all of it is. */
export const callWords = ({
  method,
  url,
  isSigned,
}: Pick<Call, 'method' | 'url' | 'isSigned'>): string =>
  `${method} ${isSigned === true ? url.origin : withoutQuery(url.href)}`;
