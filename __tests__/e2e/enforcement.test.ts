import { ACCOUNT } from './cases/account';
import { PRINCIPALS, configuration } from './cases/enforcement/configuration';
import type { Who } from './cases/enforcement/configuration';
import { PLACES } from './cases/enforcement/partitions';
import type { Place } from './cases/enforcement/partitions';
import { rowsIn } from './cases/enforcement/rows';
import { readAccount } from './harness/account';
import { credentialsOf } from './harness/credentials';
import { Enforcer } from './harness/enforcement';
import type { Row } from './harness/enforcement';
import { describeEndToEnd } from './harness/suite';
import type { Bench } from './harness/suite';

interface Trial {
  readonly withoutIam: ReadonlyMap<Row, string>;
  readonly withIam: ReadonlyMap<Row, string>;
  /** What IAM and Terraform's state hold. */
  readonly applied: string;
}

/** Applies the modules, and has everybody make every call of theirs twice. */
async function tryAll(bench: Bench, place: Place, rows: readonly Row<Who>[]): Promise<Trial> {
  const { emulator } = bench;
  const { partition, region } = place;
  const enforcer = new Enforcer({ url: emulator.environment.AWS_ENDPOINT_URL ?? '', region });
  await emulator.reset();
  const keys = {
    reading: await enforcer.makeKey(),
    writing: await enforcer.makeKey(),
    other: await enforcer.makeKey(),
  };
  const root = bench.workspace(configuration(place, keys));
  await root.init();
  await root.apply();
  await enforcer.furnish(rows, `arn:${partition}:iam::${ACCOUNT}:role/Automation`);

  const iam = emulator.iamIn(region);
  const surroundings = { partition, keys };
  const credentials = await credentialsOf(PRINCIPALS, { enforcer, iam, surroundings });
  const verdicts = async (): Promise<Map<Row, string>> => {
    const given = new Map<Row, string>();
    for (const row of rows) {
      given.set(row, await enforcer.verdict(row, credentials[row[0]], surroundings));
    }
    return given;
  };
  const withoutIam = await verdicts();
  await enforcer.enforce(true);
  const withIam = await verdicts().finally(async () => enforcer.enforce(false));
  const account = JSON.stringify(await readAccount(iam));
  return { withoutIam, withIam, applied: `${account}${await root.must('state', 'pull')}` };
}

/**
 * Nothing but IAM can be in the way of a call that is refused: the same call of
 * the same principal succeeds as long as IAM is not enforced.
 *
 * Not tried, since the emulator does not evaluate them: permissions boundaries
 * and conditions, which are what a trusted service has to say of the account it
 * works for, and to which service a role is passed.
 */
describeEndToEnd(
  'with IAM enforced',
  (bench) => {
    describe.each(PLACES)('in $partition', (place) => {
      const rows = rowsIn(place);
      let tried: Trial;

      beforeAll(async () => {
        tried = await tryAll(bench(), place, rows);
      });

      test.each(rows.map((row) => [...row, row] as const))(
        '%s: %s on %s: %s (%s)',
        (_who, _action, _on, verdict, _why, row) => {
          expect(tried.withoutIam.get(row)).toBe('allow');
          expect(tried.withIam.get(row)).toBe(verdict);
        },
      );

      test('is what is applied written for the partition', () => {
        const partitions = [...tried.applied.matchAll(/\barn:(aws[a-z-]*):/g)].map(
          ([, name]) => name,
        );
        expect([...new Set(partitions)]).toEqual([place.partition]);
      });
    });
  },
  { EMULATOR_KNOWS_ACCESS_CONTROL: 'true' },
);
