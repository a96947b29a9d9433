import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { listen } from './servers';

/** Stands before a server, and keeps an answer back when it is told to. */
export class StallingProxy {
  address = '';
  private readonly server: Server;
  private left = Infinity;
  private reached: () => void = () => undefined;

  /** @param host with its port */
  constructor(private readonly host: string) {
    this.server = createServer((request, response) => {
      this.pass(request, response);
    });
  }

  async start(): Promise<this> {
    this.address = await listen(this.server);
    return this;
  }

  /**
   * Lets so many calls through that change something; of the last one of them
   * the server does what it is asked, and the caller never hears of it.
   *
   * @returns when that has happened
   */
  stallAt(call: number): Promise<void> {
    this.left = call;
    return new Promise((resolve) => {
      this.reached = resolve;
    });
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private pass(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url, headers } = request;
    const [hostname, port] = this.host.split(':');
    const onwards = forward({ hostname, port, method, path: url, headers }, (answer) => {
      // a call that is refused for want of a password changes nothing
      const changes = !['GET', 'HEAD'].includes(method) && (answer.statusCode ?? 0) < 300;
      this.left -= changes ? 1 : 0;
      if (changes && this.left === 0) {
        answer.resume();
        this.left = Infinity;
        this.reached();
        return;
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onwards.on('error', () => response.destroy());
    request.pipe(onwards);
  }
}
