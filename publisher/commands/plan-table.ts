import Table from 'cli-table3';
import type { Colors } from 'picocolors/types';
import type { PublishPlan } from '../plan';

/** A plan for people to read. */
export function planTable(plan: PublishPlan, colours: Colors): string {
  const { version, commit, target, destination, digests, steps } = plan;
  const head = `${colours.bold(version)} (${commit.slice(0, 12)}) to ${target}: ${destination}`;
  if (steps.length === 0) {
    return `${head}\nnothing to do: it is there, with the same bytes`;
  }
  const table = new Table({
    head: ['Step', 'What', 'Bytes', 'Digest'],
    style: { head: [], border: [] },
  });
  for (const { action, subject, bytes, digest } of steps) {
    table.push([action, subject, bytes ?? '', digest?.slice(0, 19) ?? '']);
  }
  return `${head}\n${table.toString()}\ntar.gz ${digests.tarball}\nzip    ${digests.zip}`;
}
