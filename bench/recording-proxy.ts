import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Calls by their action, like `{ GetRole: 100 }`. */
export type Calls = Readonly<Record<string, number>>;

/** Stands between the provider and the emulator and counts what the provider asks for. */
export interface RecordingProxy {
  readonly endpoint: string;
  /** The calls since the last time this was asked. */
  take(): Calls;
  stop(): void;
}

export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  let calls: Record<string, number> = {};
  const server = createServer((incoming, response) => {
    void bodyOf(incoming).then((body) => {
      const action = actionOf(incoming, body);
      calls[action] = (calls[action] ?? 0) + 1;
      forward(target, incoming, body, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    take: () => {
      const taken = calls;
      calls = {};
      return taken;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** IAM and STS name the action in the form that they are sent; anything else goes by its path. */
function actionOf({ method, url }: IncomingMessage, body: Buffer): string {
  return new URLSearchParams(body.toString()).get('Action') ?? `${method} ${url}`;
}

function forward(
  target: string,
  { method, url = '/', headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const outgoing = request(new URL(url, target), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', (error) => {
    response.writeHead(502).end(error.message);
  });
  outgoing.end(body);
}
