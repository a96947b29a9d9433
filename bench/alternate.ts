/** Things to measure against each other, by name. */
export type Candidates<Name extends string, T> = Readonly<Record<Name, () => Promise<T>>>;

/**
 * Measures each candidate `rounds` times, one after the other and not in blocks,
 * so that what else the machine does hits all of them; a first round is thrown away.
 */
export async function alternate<Name extends string, T>(
  rounds: number,
  candidates: Candidates<Name, T>,
): Promise<Record<Name, T[]>> {
  const names = Object.keys(candidates) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    T[]
  >;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const result = await candidates[name]();
      if (round > 0) {
        measured[name].push(result);
      }
    }
    // the next round in the other order: nobody always follows the same one
    names.reverse();
  }
  return measured;
}
