/** What a publisher knows of the machine that it runs on. */
export interface Surroundings {
  /** The environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the user. */
  readonly home: string;
}
