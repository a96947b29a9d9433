import { Token, Tokenization } from 'cdktf';

/** Whether Terraform, and not we, will know (part of) the value. */
export function holdsToken(value: unknown): boolean {
  if (value === null || typeof value !== 'object') {
    return Token.isUnresolved(value);
  }
  return Token.isUnresolved(value) || Object.entries(value).flat().some(holdsToken);
}

/** Applies `change` to the literal pieces of a string and leaves its tokens alone. */
export function mapLiterals(text: string, change: (literal: string) => string): string {
  const markers = Tokenization.reverseString(text).tokens.map((token) => Token.asString(token));
  let rest = text;
  let result = '';
  for (const marker of markers) {
    const at = rest.indexOf(marker);
    result += change(rest.slice(0, at)) + marker;
    rest = rest.slice(at + marker.length);
  }
  return result + change(rest);
}
