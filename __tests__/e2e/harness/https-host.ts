import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { answerOf } from './servers';

/** What a server is started with. */
export interface Place {
  /** An empty folder that anybody may read, for its settings. */
  readonly work: string;
  readonly port: number;
  readonly certificate: Certificate;
  /** The folder that lies at the root of the host. */
  readonly root: string;
}

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server that runs. */
export interface Host {
  get(path: string): Promise<Answer>;
  stop(): Promise<void>;
}

/** A certificate that 127.0.0.1 signed itself. */
export function certificateIn(folder: string): Certificate {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', [...request, ...subject, '-out', cert, '-keyout', key], {
    stdio: 'ignore',
  });
  return { cert, key };
}

/** @param lines in the server block, beside what every server needs */
export function startNginx(nginx: string, place: Place, lines: string): Promise<Host> {
  const { work, port, certificate, root } = place;
  mkdirSync(work, { recursive: true });
  const conf = join(work, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${work}/${kind};`,
  );
  writeFileSync(
    conf,
    `daemon off;
pid ${work}/nginx.pid;
events { }
http {
  access_log off;
  ${temporary.join('\n  ')}
  include /etc/nginx/mime.types;
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${certificate.cert};
    ssl_certificate_key ${certificate.key};
    root ${root};
    ${lines}
  }
}
`,
  );
  return started(place, nginx, ['-e', join(work, 'error.log'), '-c', conf, '-p', work]);
}

async function started(place: Place, program: string, args: readonly string[]): Promise<Host> {
  const { port, certificate } = place;
  const child = spawn(program, args, {
    env: { ...process.env, NO_UPDATE_CHECK: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const agent = new Agent({ ca: readFileSync(certificate.cert) });
  const host: Host = {
    get: (path) => answer(`https://127.0.0.1:${port}${path}`, agent),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
  return answerOf(
    program,
    child,
    async () => (await host.get('/').catch(() => undefined)) && host,
    () => complaints,
  );
}

function answer(url: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    }).on('error', reject);
  });
}
