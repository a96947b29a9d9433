import type { IAM } from '@aws-sdk/client-iam';
import { ACCOUNT } from './cases/account';
import { arnOf, conditionRowsIn } from './cases/enforcement/condition-rows';
import type { ConditionRow } from './cases/enforcement/condition-rows';
import { PRINCIPALS, configuration } from './cases/enforcement/configuration';
import type { Who } from './cases/enforcement/configuration';
import { PLACES } from './cases/enforcement/partitions';
import type { Place } from './cases/enforcement/partitions';
import { rowsIn } from './cases/enforcement/rows';
import { trustRowsIn } from './cases/enforcement/trust-rows';
import type { TrustRow } from './cases/enforcement/trust-rows';
import { readAccount } from './harness/account';
import type { AccountState, Document } from './harness/account';
import type { Surroundings } from './harness/actions';
import { credentialsOf } from './harness/credentials';
import { documentsOf } from './harness/documents';
import { Enforcer } from './harness/enforcement';
import type { Principal, Row } from './harness/enforcement';
import { evaluate, trusts } from './harness/policy-evaluation';
import type { Verdict } from './harness/policy-evaluation';
import { describeEndToEnd } from './harness/suite';
import type { Bench, Environment } from './harness/suite';

interface Trial {
  readonly withoutIam: ReadonlyMap<Row, string>;
  readonly withIam: ReadonlyMap<Row, string>;
  /** What IAM holds, and the policies of everybody. */
  readonly account: AccountState;
  readonly documents: Readonly<Record<Who, readonly Document[]>>;
  readonly surroundings: Surroundings;
  readonly state: string;
}

interface Tried {
  readonly place: Place;
  readonly rows: readonly Row<Who>[];
}

/** Applies the modules, and has everybody make every call of theirs twice. */
async function tryAll(bench: Bench, provider: Environment, { place, rows }: Tried): Promise<Trial> {
  const { emulator } = bench;
  const { partition, region } = place;
  const enforcer = new Enforcer({ url: emulator.environment.AWS_ENDPOINT_URL ?? '', region });
  await emulator.reset();
  const keys = {
    reading: await enforcer.makeKey(),
    writing: await enforcer.makeKey(),
    other: await enforcer.makeKey(),
  };
  const root = bench.workspace(configuration(place, keys), provider);
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
  const account = await readAccount(iam);
  const documents = await documentsOfAll(iam, account);
  const state = await root.must('state', 'pull');
  return { withoutIam, withIam, account, documents, surroundings, state };
}

async function documentsOfAll(iam: IAM, account: AccountState): Promise<Trial['documents']> {
  const all: Partial<Record<Who, Document[]>> = {};
  for (const [name, principal] of Object.entries(PRINCIPALS) as [Who, Principal][]) {
    all[name] = await documentsOf(iam, account, principal);
  }
  return all as Trial['documents'];
}

/** What the policies that were applied say to a request. */
function judged({ documents, surroundings }: Trial, row: ConditionRow): Verdict {
  const { who, action, context } = row;
  return evaluate(documents[who], { action, context, resource: arnOf(row, surroundings) });
}

/** What the trust of a role that was applied says to a service or an account. */
function judgedTrust({ account }: Trial, { role, principal, context }: TrustRow): Verdict {
  const trust = account.roles[PRINCIPALS[role].role]?.trust;
  return trusts(trust ?? { Version: '2012-10-17', Statement: [] }, principal, context);
}

const told = (context: Readonly<Record<string, string>>): string =>
  Object.entries(context)
    .map((entry) => entry.join(' '))
    .join(', ') || 'nothing';

/**
 * Nothing but IAM can be in the way of a call that is refused: the same call of
 * the same principal succeeds as long as IAM is not enforced.
 *
 * The emulator evaluates no conditions: here a statement allows as if it had
 * none. What they narrow is judged apart, on the documents that IAM holds after
 * the apply, by what AWS documents of them. Permissions boundaries are not tried.
 */
describeEndToEnd(
  'with IAM enforced',
  (bench) => {
    let provider: Environment;
    beforeAll(async () => {
      provider = await bench().provider({});
    });

    describe.each(PLACES)('in $partition', (place) => {
      const rows = rowsIn(place);
      let tried: Trial;

      beforeAll(async () => {
        tried = await tryAll(bench(), provider, { place, rows });
      });

      test.each(rows.map((row) => [...row, row] as const))(
        '%s: %s on %s: %s (%s)',
        (_who, _action, _on, verdict, _why, row) => {
          expect(tried.withoutIam.get(row)).toBe('allow');
          expect(tried.withIam.get(row)).toBe(verdict);
        },
      );

      describe('by AWS’s word for conditions, not the emulator’s', () => {
        test.each(
          conditionRowsIn(place).map((row) => ({ ...row, context: told(row.context), row })),
        )('$who: $action on $on with $context: $verdict ($why)', ({ row }) => {
          expect(judged(tried, row)).toBe(row.verdict);
        });

        test.each(trustRowsIn(place).map((row) => ({ ...row, context: told(row.context), row })))(
          '$principal becomes $role with $context: $verdict ($why)',
          ({ row }) => {
            expect(judgedTrust(tried, row)).toBe(row.verdict);
          },
        );
      });

      test('is what is applied written for the partition', () => {
        const applied = `${JSON.stringify(tried.account)}${tried.state}`;
        const partitions = [...applied.matchAll(/\barn:(aws[a-z-]*):/g)].map(([, name]) => name);
        expect([...new Set(partitions)]).toEqual([place.partition]);
      });
    });
  },
  { EMULATOR_KNOWS_ACCESS_CONTROL: 'true' },
);
