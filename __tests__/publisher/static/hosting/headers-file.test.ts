import { headersFile } from '../../../../publisher/static/hosting/headers-file';
import { registryOf } from '../../../../publisher/static/registry';
import { DISCOVERED, RULED, UNRULED } from '../../../fixtures/host-rules';

interface Rule {
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** Reads the file as both hosts document it: a path at the margin, and below it its headers. */
function parse(text: string): Rule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name, value] = /^\s+([A-Za-z-]+): (.+)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      expect(line).toMatch(/^\/[A-Za-z0-9._~*:/-]*$/);
      rules.push({ path: line, headers: [] });
    } else {
      rules.at(-1)?.headers.push([name.toLowerCase(), value]);
    }
  }
  return rules;
}

/** A star stands for anything, a placeholder for one part of a path. */
function matches(pattern: string, path: string): boolean {
  const expression = pattern
    .replace(/[.]/g, '\\.')
    .replace(/:[a-z]\w*/g, '[^/]+')
    .replaceAll('*', '.*');
  return new RegExp(`^${expression}$`).test(path);
}

describe.each(['', '/infra/tf'])('below "%s"', (base) => {
  const text = headersFile(registryOf(`https://modules.example.com${base}`, 'acme'));
  const rules = parse(text);
  const answered = (path: string): (readonly [string, string])[] =>
    rules
      .filter((rule) => matches(rule.path, path))
      .flatMap(({ headers }) => headers)
      .sort();
  /** How long pages are kept is the host's. */
  const pages = (headers: Readonly<Record<string, string>>): [string, string][] =>
    Object.entries(headers).filter(([name]) => name !== 'cache-control');

  test.each(Object.entries(RULED))('%s has each header once', (path, headers) => {
    expect(answered(`${base}/${path}`)).toEqual(Object.entries(headers).sort());
  });

  test.each(Object.entries(UNRULED))('%s is answered like a page', (path, headers) => {
    expect(answered(`${base}/${path}`)).toEqual(pages(headers).sort());
  });

  test('what Terraform looks for first is answered as JSON', () => {
    const protection = base === '' ? DISCOVERED : {};
    const { 'content-type': type, 'cache-control': cache } = DISCOVERED;
    const expected = { ...protection, 'content-type': type, 'cache-control': cache };

    expect(answered('/.well-known/terraform.json')).toEqual(Object.entries(expected).sort());
  });

  test('Cloudflare takes it: 100 rules of 2000 characters a line, with one star each', () => {
    expect(rules.length).toBeLessThan(100);
    expect(rules.length).toBeGreaterThan(5);
    for (const line of text.split('\n')) {
      expect(line.length).toBeLessThan(2000);
    }
    for (const { path } of rules) {
      expect(path.split('*').length - 1).toBeLessThanOrEqual(1);
      expect(path).toMatch(/^[^*]*\*?$/);
    }
  });
});
