import { execFileSync } from 'node:child_process';
import { createSign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestServer, json } from '../../fixtures/registries/test-server';
import type { Asked, Reply } from '../../fixtures/registries/test-server';

const SERVICE = 'images';
const ISSUER = 'tests';

/**
 * Gives tokens that the registry checks by the certificate of this server.
 *
 * @see https://distribution.github.io/distribution/spec/auth/jwt/
 */
export class TokenServer extends TestServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'ssm-iam-tokens-'));

  /** @param users what may be done by whom: `user:password` => actions */
  constructor(
    openssl: string,
    private readonly users: Readonly<Record<string, readonly string[]>>,
  ) {
    super();
    const files = ['-keyout', this.path('key.pem'), '-out', this.path('certificate.pem')];
    const form = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=t'];
    execFileSync(openssl, [...form, ...files], { stdio: 'ignore' });
  }

  /** What the registry has to know of this server. */
  get settings(): Readonly<Record<string, unknown>> {
    return {
      token: {
        realm: `${this.url}/token`,
        service: SERVICE,
        issuer: ISSUER,
        rootcertbundle: this.path('certificate.pem'),
      },
    };
  }

  override stop(): void {
    super.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  protected reply({ query, headers }: Asked): Reply {
    const basic = /^Basic (.*)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const user = Buffer.from(basic, 'base64').toString('utf8');
    const allowed = this.users[user];
    if (allowed === undefined) {
      return json(401, { details: `${user} is unknown` });
    }
    const [type, name, actions = ''] = (query.get('scope') ?? '').split(':');
    const granted = actions.split(',').filter((action) => allowed.includes(action));
    return json(200, { token: this.token([{ type, name, actions: granted }]) });
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
