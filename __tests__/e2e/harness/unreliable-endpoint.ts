import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { listen } from './servers';

/** A call of the AWS query API. */
export interface Call {
  readonly action: string;
  readonly parameters: URLSearchParams;
  /** Whether it changes the account. */
  readonly changes: boolean;
}

/** What the endpoint does with a call. */
export type Treatment =
  | 'answer'
  /** Fails for a passing reason, without doing it; the SDK tries again. */
  | 'fail'
  /** Fails for a reason that the SDK takes as final, without doing it. */
  | 'refuse'
  /** Does it, and fails; the SDK tries again. */
  | 'lose the answer'
  /** Answers neither this nor any later call, and does none of them. */
  | 'stop before'
  /** Does it, and then answers neither this nor any later call. */
  | 'stop after';

const FAILURES = {
  fail: { status: 503, code: 'ServiceUnavailable' },
  refuse: { status: 409, code: 'LimitExceeded' },
  'lose the answer': { status: 500, code: 'ServiceFailure' },
};

/** A proxy before an emulator of AWS that may fail, or stop the world. */
export class UnreliableEndpoint {
  /** Calls that reached it, in their order. */
  readonly calls: Call[] = [];
  url = '';
  private readonly server: Server;
  private stopped = false;
  private tellStopped: () => void = () => undefined;
  private treat: (call: Call) => Treatment = () => 'answer';

  private constructor(private readonly target: string) {
    this.server = createServer((request, response) => {
      this.receive(request, response).catch(() => response.destroy());
    });
  }

  /** @param target - where the emulator answers */
  static async start(target: string): Promise<UnreliableEndpoint> {
    const endpoint = new UnreliableEndpoint(target);
    endpoint.url = `http://${await listen(endpoint.server)}`;
    return endpoint;
  }

  /**
   * Decides about all calls from now on, and goes on if the world was stopped.
   *
   * @returns settles when a call stops the world
   */
  async from(treat: (call: Call) => Treatment): Promise<void> {
    this.stopped = false;
    this.treat = treat;
    return new Promise((resolve) => {
      this.tellStopped = resolve;
    });
  }

  /** Answers all calls from now on. */
  heal(): void {
    void this.from(() => 'answer');
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    if (this.stopped) {
      return;
    }
    const call = callOf(body);
    this.calls.push(call);
    const treatment = this.treat(call);
    this.stopped = treatment.startsWith('stop');
    const does = ['answer', 'lose the answer', 'stop after'].includes(treatment);
    const answer = does ? await this.forward(request, body) : undefined;
    if (treatment === 'stop before' || treatment === 'stop after') {
      this.tellStopped();
    } else if (treatment === 'answer' && answer !== undefined) {
      const type = answer.headers.get('content-type') ?? 'text/xml';
      response.writeHead(answer.status, { 'content-type': type });
      response.end(Buffer.from(await answer.arrayBuffer()));
    } else if (treatment !== 'answer') {
      fail(response, FAILURES[treatment]);
    }
  }

  private async forward(request: IncomingMessage, body: string): Promise<Response> {
    // without the number of the call, so that the emulator does a call again that is tried again
    const { authorization = '', 'content-type': type = '' } = request.headers;
    return fetch(`${this.target}${request.url ?? '/'}`, {
      method: request.method ?? 'POST',
      headers: { authorization, 'content-type': type },
      body,
    });
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function callOf(body: string): Call {
  const parameters = new URLSearchParams(body);
  const action = parameters.get('Action') ?? '';
  return { action, parameters, changes: !/^(Get|List|Describe)/.test(action) };
}

/** Fails in the shape in which IAM fails. */
function fail(response: ServerResponse, { status, code }: { status: number; code: string }): void {
  response.writeHead(status, { 'content-type': 'text/xml' });
  response.end(
    `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Receiver</Type>` +
      `<Code>${code}</Code><Message>on purpose</Message></Error>` +
      `<RequestId>00000000-0000-0000-0000-000000000000</RequestId></ErrorResponse>`,
  );
}
