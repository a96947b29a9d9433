/**
 * JSON with sorted keys, two spaces and one trailing newline: the same bytes for
 * the same value on every machine.
 */
export function canonicalJson(value: unknown): string {
  return json(sorted(value));
}

/** The same with the keys in the order that the value has. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  return mapEntries(value, (entries) =>
    byKey(entries).map(([key, item]) => [key, sorted(item)] as const),
  );
}

type Entry = readonly [string, unknown];

/** Entries by their keys, compared by their bytes and not by a language. */
export function byKey(entries: readonly Entry[]): Entry[] {
  return [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Changes the entries of an object, and of the objects in a list. */
export function mapEntries(
  value: unknown,
  change: (entries: readonly Entry[]) => readonly Entry[],
): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => mapEntries(item, change));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(change(Object.entries(value)))
    : value;
}
