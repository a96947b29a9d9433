/** What a command of Terraform complains of. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly range?: { readonly filename: string };
  /** What Terraform shows of the condition. */
  readonly snippet?: { readonly values: readonly object[] };
}

/** A line of what a command prints with `-json`. */
export interface Message {
  readonly type: string;
  readonly diagnostic?: Diagnostic;
  readonly hook?: { readonly resource?: { readonly addr: string } };
  readonly test_run?: { readonly run: string; readonly progress: string; readonly status?: string };
}

/** What a command printed with `-json`. */
export const messagesIn = (text: string): Message[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Message);

export const diagnosticsIn = (text: string): Diagnostic[] =>
  messagesIn(text).flatMap(({ diagnostic }) => diagnostic ?? []);
