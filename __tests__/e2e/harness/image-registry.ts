import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { Folder } from './folder';

/** The user who may push, as `user:password`, and the line of an htpasswd file that says so. */
export const PUBLISHER = 'jane:correct horse';
const HTPASSWD = 'jane:$2y$04$omwgkbz2g/D0983ar2NBMeeRAIOknu0QVD5B1SHqPo3RwUwpZYrmi\n';

/** Settings of the registry: section => its entries. */
type Settings = Readonly<Record<string, unknown>>;

/** Debian's registry of images, with an empty storage. */
export class ImageRegistryProcess extends Folder {
  private child: ChildProcess | undefined;
  private address = '';

  constructor(private readonly program: string) {
    super();
  }

  /** @param auth what it wants to know of callers; by default a password */
  async start(auth: Settings = this.passwords(), http: Settings = {}): Promise<this> {
    mkdirSync(this.path('storage'));
    // JSON is YAML
    const settings = {
      version: '0.1',
      storage: { filesystem: { rootdirectory: this.path('storage') } },
      http: { addr: '127.0.0.1:0', secret: 'of the tests', ...http },
      auth,
    };
    this.write('config.yml', JSON.stringify(settings));
    const child = spawn(this.program, ['serve', this.path('config.yml')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child = child;
    this.address = await new Promise((resolve, reject) => {
      let log = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        log += chunk;
        const [, address] = /listening on ([\d.:]+)/.exec(log) ?? [];
        if (address !== undefined) {
          resolve(address);
        }
      });
      child.once('exit', () => {
        reject(new Error(`${this.program} ended: ${log}`));
      });
    });
    return this;
  }

  /** Host and port. */
  get host(): string {
    return this.address;
  }

  stop(): void {
    this.child?.kill('SIGKILL');
    this.remove();
  }

  private passwords(): Settings {
    this.write('htpasswd', HTPASSWD);
    return { htpasswd: { realm: 'tests', path: this.path('htpasswd') } };
  }
}

/** Reads images with a program of somebody else. */
export class Skopeo {
  constructor(
    private readonly program: string,
    private readonly user = PUBLISHER,
  ) {}

  /** The bytes of a manifest. */
  manifest(image: string): Buffer {
    return this.run('inspect', '--raw', '--tls-verify=false', ...this.as('--creds'), image);
  }

  /** Puts all parts of an image into a folder, each under its digest. */
  copyToFolder(image: string, folder: string): void {
    const from = ['--src-tls-verify=false', ...this.as('--src-creds')];
    this.run('--insecure-policy', 'copy', ...from, image, `dir:${folder}`);
  }

  /** Moves a tag, as anybody can who may push. */
  copy(from: string, to: string): void {
    const options = ['src', 'dest'].flatMap((side) => [
      `--${side}-tls-verify=false`,
      ...this.as(`--${side}-creds`),
    ]);
    this.run('--insecure-policy', 'copy', ...options, from, to);
  }

  private as(option: string): string[] {
    return [option, this.user];
  }

  private run(...args: readonly string[]): Buffer {
    return execFileSync(this.program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  }
}
