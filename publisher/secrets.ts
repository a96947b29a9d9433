import { withoutPassword } from './addresses';

/** How much of the words of a server is shown. */
const MOST_CHARACTERS = 300;

/** What no text may show, even if a server says it: some send back what they were sent. */
export class Secrets {
  private readonly texts = new Set<string>();

  constructor(secrets: readonly string[] = []) {
    secrets.forEach((secret) => {
      this.add(secret);
    });
  }

  add(secret: string): void {
    if (secret !== '') {
      this.texts.add(secret);
    }
  }

  /**
   * Adds what is sent as `Basic`, and the password that is in it.
   *
   * @param credentials `user:password` in Base64
   */
  addBasic(credentials: string): void {
    // a server that writes it anew may leave out the padding
    this.add(credentials.replace(/=+$/, ''));
    const [, password = ''] = /^[^:]*:(.*)$/s.exec(fromBase64(credentials)) ?? [];
    this.add(password);
  }

  /** Words of a server as they may be shown: on one line, and not without end. */
  shown(words: string): string {
    // one may be in another, of which nothing may be left over either
    const longestFirst = [...this.texts].sort((a, b) => b.length - a.length);
    const safe = longestFirst.reduce((text, secret) => text.replaceAll(secret, '***'), words);
    return withoutPassword(safe).replaceAll(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS);
  }
}

const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');
