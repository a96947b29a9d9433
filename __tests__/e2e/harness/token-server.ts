import { execFileSync } from 'node:child_process';
import { createSign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SERVICE = 'images';
const ISSUER = 'tests';

/**
 * Gives tokens that the registry checks by the certificate of this server.
 *
 * @see https://distribution.github.io/distribution/spec/auth/jwt/
 */
export class TokenServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'ssm-iam-tokens-'));
  private readonly server: Server;

  /** @param users what may be done by whom: `user:password` => actions */
  constructor(
    openssl: string,
    private readonly users: Readonly<Record<string, readonly string[]>>,
  ) {
    const files = ['-keyout', this.path('key.pem'), '-out', this.path('certificate.pem')];
    const form = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=t'];
    execFileSync(openssl, [...form, ...files], { stdio: 'ignore' });
    this.server = createServer((request, response) => {
      this.answer(request, response);
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** What the registry has to know of this server. */
  get settings(): Readonly<Record<string, unknown>> {
    const { port } = this.server.address() as AddressInfo;
    return {
      token: {
        realm: `http://127.0.0.1:${port}/token`,
        service: SERVICE,
        issuer: ISSUER,
        rootcertbundle: this.path('certificate.pem'),
      },
    };
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const basic = /^Basic (.*)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const user = Buffer.from(basic, 'base64').toString('utf8');
    const allowed = this.users[user];
    if (allowed === undefined) {
      response.writeHead(401).end(`{"details":"${user} is unknown"}`);
      return;
    }
    const scope = new URL(url, 'http://localhost').searchParams.get('scope') ?? '';
    const [type, name, actions = ''] = scope.split(':');
    const granted = actions.split(',').filter((action) => allowed.includes(action));
    response.end(JSON.stringify({ token: this.token([{ type, name, actions: granted }]) }));
  }

  private token(access: readonly unknown[]): string {
    const certificate = readFileSync(this.path('certificate.pem'), 'utf8');
    const x5c = [certificate.replace(/-----[^-]+-----|\s/g, '')];
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: ISSUER, aud: SERVICE, nbf: now - 10, exp: now + 300, access };
    const signed = [{ typ: 'JWT', alg: 'RS256', x5c }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signature = createSign('RSA-SHA256').update(signed);
    return `${signed}.${signature.sign(readFileSync(this.path('key.pem')), 'base64url')}`;
  }

  private path(name: string): string {
    return join(this.folder, name);
  }
}
