import { COMMERCIAL, PLACES, carryAll } from './cases/aws-guide/guide';
import type { Place } from './cases/aws-guide/guide';
import * as instanceProfile from './cases/aws-guide/instance-profile';
import { PAGES, ROUNDS } from './cases/aws-guide/pages';
import { startAwsCli } from './harness/aws-cli';
import type { AwsCli } from './harness/aws-cli';
import { AwsGuide } from './harness/aws-guide';
import { difference } from './harness/iam-content';
import type { Difference } from './harness/iam-content';
import { describeWithAwsCli } from './harness/suite';

const SAME: Difference = { page: [], module: [] };

const cases = PAGES.flatMap(({ procedures }) => procedures).map(
  (procedure) => [procedure.name, procedure] as const,
);

/** What pages make or change, each with the procedures that do. */
const subjects = PAGES.flatMap(({ folder, procedures }) => {
  const names = new Set(procedures.map(({ subject }) => subject.name));
  return [...names].map((name) => {
    const on = procedures.filter(({ subject }) => subject.name === name);
    return [`${name} of ${folder}`, on] as const;
  });
});

const together = (differences: readonly Difference[]): Difference => ({
  page: differences.flatMap(({ page }) => page).sort(),
  module: differences.flatMap(({ module }) => module).sort(),
});

/** What stands in the accounts, by the name of the procedure. */
class Rounds {
  readonly page: Record<string, readonly string[]> = {};
  readonly pageAtEnd: Record<string, readonly string[]> = {};
  readonly module: Record<string, readonly string[]> = {};
  readonly withDefaults: Record<string, readonly string[]> = {};
  readonly written: string[] = [];

  async run(guide: AwsGuide, withDefaults: boolean): Promise<void> {
    for (const pages of ROUNDS) {
      const { after, end } = await guide.follow(pages);
      const applied = await guide.apply(pages, ({ inputs }) => inputs);
      Object.assign(this.page, after);
      Object.assign(this.pageAtEnd, end);
      Object.assign(this.module, applied.end);
      this.written.push(...applied.written);
      if (withDefaults) {
        Object.assign(this.withDefaults, (await guide.apply(pages, ({ asked }) => asked)).end);
      }
    }
  }

  /** What the module does otherwise than the page, after a procedure. */
  left(name: string): Difference {
    return difference(found(this.page, name), found(this.module, name));
  }

  /** What the module does otherwise with its defaults, at the end of the page. */
  stricter(name: string): Difference {
    return difference(found(this.pageAtEnd, name), found(this.withDefaults, name));
  }
}

function found<T>(all: Readonly<Record<string, readonly T[]>>, name: string): readonly T[] {
  const lines = all[name] ?? [];
  if (lines.length === 0) {
    throw new Error(`nothing stands after "${name}"`);
  }
  return lines;
}

describeWithAwsCli('the AWS guide and the modules', (bench, program) => {
  let awsCli: AwsCli;

  beforeAll(async () => {
    awsCli = await startAwsCli(program);
  });

  afterAll(() => {
    awsCli.stop();
  });

  const guideIn = (place: Place): AwsGuide => new AwsGuide(bench(), awsCli, place);

  describe.each(PLACES)('in $region', (place) => {
    const rounds = new Rounds();

    beforeAll(async () => {
      await rounds.run(guideIn(place), place === COMMERCIAL);
    });

    test.each(cases)('come to the same: %s', (name, { left = SAME }) => {
      expect(rounds.left(name)).toEqual(together([carryAll(left, place)]));
    });

    if (place === COMMERCIAL) {
      test.each(subjects)('differ by what the defaults mean to: %s', (_, procedures) => {
        const [{ name } = { name: '' }] = procedures;
        expect(rounds.stricter(name)).toEqual(together(procedures.map(({ defaults }) => defaults)));
      });
    } else {
      test('have no ARN of the commercial partition', () => {
        expect(rounds.written).toHaveLength(2 * ROUNDS.length);
        rounds.written.forEach((text) => {
          expect(text).toContain(`arn:${place.partition}:iam::aws:policy/`);
          expect(text).not.toContain('arn:aws:');
        });
      });
    }
  });

  test('a policy that a page misspells does not exist', async () => {
    const attach = async (policy: string): Promise<string> => {
      await bench().emulator.reset();
      return guideIn(COMMERCIAL).run(
        instanceProfile.olderPage,
        ['given.sh'],
        `aws iam attach-role-policy --role-name Reporting --policy-arn arn:aws:iam::aws:policy/service-role/${policy}`,
      );
    };
    await attach('AmazonEC2RoleforSSM');
    await expect(attach('AmazonEC2RoleForSSM')).rejects.toThrow('NoSuchEntity');
  });
});
