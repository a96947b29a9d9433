import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A call of the AWS API as it goes over the wire. */
export interface Call {
  readonly service: string;
  readonly method: 'DELETE' | 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Where AWS answers, and in which region it is asked. */
export interface Endpoint {
  readonly url: string;
  readonly region: string;
}

/** SHA-256 in the shape the signer takes it in. */
class Sha256 {
  private readonly hash;

  constructor(secret?: unknown) {
    this.hash =
      secret === undefined
        ? createHash('sha256')
        : createHmac('sha256', secret as string | Uint8Array);
  }

  update(data: Uint8Array): void {
    this.hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }

  reset(): void {
    throw new Error('unreachable: the signer takes a new hash each time');
  }
}

/** Signs a call with somebody's credentials and sends it. */
export async function send(
  { url, region }: Endpoint,
  credentials: Credentials,
  { service, method, path, query = {}, headers = {}, body = '' }: Call,
): Promise<Answer> {
  const { host, hostname, port, protocol } = new URL(url);
  const signer = new SignatureV4({
    credentials,
    region,
    service,
    sha256: Sha256,
    uriEscapePath: service !== 's3',
  });
  const signed = await signer.sign({
    method,
    protocol,
    hostname,
    port: Number(port),
    path,
    query: { ...query },
    headers: { ...headers, host },
    body,
  });
  const response = await fetch(`${url}${path}?${new URLSearchParams(query).toString()}`, {
    method,
    headers: signed.headers,
    ...(body !== '' && { body }),
  });
  return { status: response.status, text: await response.text() };
}
