/** How a registry wants to be told who calls. */
export interface Challenge {
  readonly scheme: 'basic' | 'bearer';
  /** Of `bearer`: where tokens are had. */
  readonly realm?: string;
  readonly service?: string;
  /** What the token is to allow, like `repository:acme/module:pull,push`. */
  readonly scope?: string;
}

/**
 * Reads the header `WWW-Authenticate`.
 *
 * @returns undefined if it holds no scheme that registries use
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export function challengeIn(header: string): Challenge | undefined {
  const bearer = /\bBearer\s+(?<parameters>.*)$/is.exec(header)?.groups?.parameters;
  if (bearer === undefined) {
    return /\bBasic\b/i.test(header) ? { scheme: 'basic' } : undefined;
  }
  const values = Object.fromEntries(
    [...bearer.matchAll(/(\w+)=(?:"([^"]*)"|([^\s",]+))/g)].map(([, name = '', quoted, plain]) => [
      name.toLowerCase(),
      quoted ?? plain ?? '',
    ]),
  );
  const { realm, service, scope } = values;
  return {
    scheme: 'bearer',
    ...(realm !== undefined && { realm }),
    ...(service !== undefined && { service }),
    ...(scope !== undefined && { scope }),
  };
}
